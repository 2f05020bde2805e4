// AsyncAPI through its official parser, and the examples of messages, which that parser leaves alone. Warnings count, except for the rule named here.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { Parser } from '@asyncapi/parser';

// It asks for AsyncAPI 3.1; the contracts are written in 3.0, which more tools read.
const accepted = new Set(['asyncapi-latest-version']);

export async function checkAsyncApi(file) {
  const { document, diagnostics } = await new Parser().parse(readFileSync(file, 'utf8'), { source: file });
  const problems = diagnostics
    .filter(found => !accepted.has(String(found.code)))
    .map(found => `line ${found.range.start.line + 1}: ${found.message} (${found.code})`);
  if (document) problems.push(...checkExamples(document));
  return !document && problems.length === 0 ? ['the parser gave neither a document nor a reason'] : problems;
}

function checkExamples(document) {
  // Not strict: schemas carry x- keys and formats of their own.
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  const problems = new Set();
  for (const message of document.allMessages().all()) {
    if (!message.hasPayload()) continue;
    const validate = ajv.compile(message.payload().json());
    for (const example of message.examples().all()) {
      if (validate(example.payload())) continue;
      problems.add(`message ${message.name()}, example ${example.name()}: ${ajv.errorsText(validate.errors, { dataVar: 'payload' })}`);
    }
  }
  return [...problems];
}
