// Validates every contract in spec/ with other people's tools, then checks what those tools leave out.
// Usage: node check.mjs [folder]. Prints one line for each file; exit code 1 on any problem.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintWithRedocly } from './redocly.mjs';
import { checkAsyncApi } from './asyncapi.mjs';
import { checkReferences } from './arazzo.mjs';
import { checkExtensions } from './extensions.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = resolve(process.argv[2] ?? join(here, '..', '..', 'spec'));
const files = readdirSync(folder).filter(name => name.endsWith('.yaml')).sort();

const checks = [
  [/\.openapi\.yaml$/, [lintWithRedocly, checkExtensions]],
  [/\.asyncapi\.yaml$/, [checkAsyncApi, checkExtensions]],
  [/\.arazzo\.yaml$/, [lintWithRedocly, checkReferences, checkExtensions]],
];

let broken = files.length === 0 ? 1 : 0;
if (broken) console.error(`no contracts in ${folder}`);
for (const name of files) {
  const file = join(folder, name);
  const kind = checks.find(([pattern]) => pattern.test(name));
  const problems = kind
    ? (await Promise.all(kind[1].map(check => run(check, file)))).flat()
    : ['the name says neither .openapi.yaml, .asyncapi.yaml nor .arazzo.yaml'];
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  for (const problem of problems) console.log(`     ${problem}`);
  if (problems.length > 0) broken++;
}
console.log(broken === 0 ? `${files.length} contracts are valid` : `${broken} of ${files.length} contracts have problems`);
process.exit(broken === 0 ? 0 : 1);

// A file that is no YAML makes a check throw; that is a problem of the file.
async function run(check, file) {
  try {
    return await check(file);
  } catch (error) {
    return [error.message.split('\n')[0]];
  }
}
