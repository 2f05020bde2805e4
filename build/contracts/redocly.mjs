// OpenAPI and Arazzo through the Redocly command line. Returns a list of problems, empty when all is well.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

export function lintWithRedocly(file) {
  const tool = join(here, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js');
  const run = spawnSync(process.execPath, [tool, 'lint', '--config', join(here, 'redocly.yaml'), '--format', 'json', file], {
    cwd: here,
    encoding: 'utf8',
    // No questions to a server about newer versions, no statistics.
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    maxBuffer: 64 * 1024 * 1024,
  });
  let report;
  try {
    report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')));
  } catch {
    return [`the linter did not answer: ${(run.stderr || run.error?.message || '').trim().split('\n').at(-1)}`];
  }
  const problems = report.problems
    .filter(problem => !problem.ignored)
    .map(problem => `${problem.location?.[0]?.pointer ?? ''} ${problem.message} (${problem.ruleId})`);
  // A linter that fails without a finding is a problem too.
  return problems.length === 0 && run.status !== 0 ? [`the linter ended with ${run.status}`] : problems;
}
