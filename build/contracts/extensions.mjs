// The x-clientgen-* keys: known names only, each with its own shape. docs/contract-extensions.md explains them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const shapes = JSON.parse(readFileSync(fileURLToPath(new URL('extensions.schema.json', import.meta.url)), 'utf8'));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(shapes, 'extensions');

export function checkExtensions(file) {
  const problems = [];
  visit(parse(readFileSync(file, 'utf8')), '#', problems);
  return problems;
}

function visit(node, path, problems) {
  if (node === null || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    const here = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key.startsWith('x-')) check(key, value, node, here, problems);
    else visit(value, here, problems);
  }
}

function check(key, value, parent, here, problems) {
  const validate = Object.hasOwn(shapes.$defs, key) ? ajv.getSchema(`extensions#/$defs/${key}`) : undefined;
  if (!validate) return problems.push(`${here} is not a known extension`);
  if (!validate(value)) problems.push(`${here} ${ajv.errorsText(validate.errors, { dataVar: 'the value' })}`);
  if (key === 'x-clientgen-events') problems.push(...checkEvents(value, parent.enum, here));
  if (key === 'x-clientgen-lifecycle') problems.push(...checkLifecycles(value, here));
}

// Names and terminal values must be values of the enum beside them, and no name may be given twice.
function checkEvents(value, values, here) {
  if (!Array.isArray(values)) return [`${here} stands beside no enum`];
  const known = new Set(values.map(String));
  const names = Object.entries(value.names ?? {});
  return [
    ...names.filter(([number]) => !known.has(number)).map(([number]) => `${here} names ${number}, which is no value`),
    ...(value.terminal ?? []).filter(one => !known.has(String(one))).map(one => `${here} lists ${one}, which is no value`),
    ...(new Set(names.map(([, name]) => name)).size < names.length ? [`${here} gives one name to two values`] : []),
  ];
}

// Every state that a move or the start mentions is declared.
function checkLifecycles(machines, here) {
  return Object.entries(machines).flatMap(([name, machine]) => {
    const mentioned = [machine.initial, ...(machine.moves ?? []).flatMap(move => [...(move.from ?? []), move.to ?? machine.initial])];
    return [...new Set(mentioned)].filter(state => !Object.hasOwn(machine.states ?? {}, state)).map(state => `${here}/${name} has no state ${state}`);
  });
}
