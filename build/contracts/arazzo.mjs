// Arazzo: whether everything that a workflow names exists. Linters look at one document; these names lead into others.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

export function checkReferences(file) {
  const document = parse(readFileSync(file, 'utf8'));
  const problems = [];
  const sources = new Map();
  for (const source of document.sourceDescriptions ?? []) {
    try {
      const text = readFileSync(join(dirname(file), source.url), 'utf8');
      sources.set(source.name, operations(parse(text)));
    } catch {
      problems.push(`source ${source.name}: ${source.url} cannot be read`);
    }
  }
  const workflows = new Map((document.workflows ?? []).map(workflow => [workflow.workflowId, workflow]));
  for (const workflow of workflows.values()) problems.push(...checkWorkflow(workflow, workflows, sources, document));
  for (const action of Object.values(document.components?.failureActions ?? {})) {
    if (action.workflowId && !workflows.has(action.workflowId)) problems.push(`action ${action.name}: no workflow ${action.workflowId}`);
  }
  for (const [name, machine] of Object.entries(document['x-clientgen-lifecycle'] ?? {})) {
    const known = new Set([...sources.values()].flatMap(source => [...source.keys()]));
    for (const move of machine.moves ?? []) if (move.on && !known.has(move.on)) problems.push(`lifecycle ${name}: no operation ${move.on}`);
  }
  return problems;
}

// operationId -> names that a step may set there: parameters and the headers of security schemes.
function operations(document) {
  if (document.asyncapi) return new Map(Object.keys(document.operations ?? {}).map(name => [name, new Set()]));
  const schemes = Object.values(document.components?.securitySchemes ?? {}).map(scheme => scheme.name ?? 'Authorization');
  const found = new Map();
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path).filter(value => value?.operationId)) {
      found.set(operation.operationId, new Set([...(operation.parameters ?? []).map(one => one.name), ...schemes]));
    }
  }
  return found;
}

function checkWorkflow(workflow, workflows, sources, document) {
  const problems = [];
  const at = text => problems.push(`workflow ${workflow.workflowId}: ${text}`);
  const steps = new Map(workflow.steps.map(step => [step.stepId, step]));

  for (const name of workflow.dependsOn ?? []) if (!workflows.has(name)) at(`depends on ${name}, which is no workflow`);
  for (const step of workflow.steps) {
    const names = resolveOperation(step, sources);
    if (!names) at(`step ${step.stepId}: no operation ${step.operationId}`);
    for (const parameter of step.parameters ?? []) {
      if (names && parameter.name && !names.has(parameter.name)) at(`step ${step.stepId}: the operation has no parameter ${parameter.name}`);
    }
    if (step.dependsOn?.length === 0) at(`step ${step.stepId}: dependsOn is empty`);
    for (const name of step.dependsOn ?? []) if (!steps.has(name)) at(`step ${step.stepId}: depends on ${name}, which is no step`);
  }
  for (const action of [...workflow.steps, { onFailure: workflow.failureActions }].flatMap(step => [...(step.onSuccess ?? []), ...(step.onFailure ?? [])])) {
    if (action.stepId && !steps.has(action.stepId)) at(`action ${action.name}: no step ${action.stepId}`);
    if (action.reference && !resolves(document, action.reference)) at(`${action.reference} leads nowhere`);
  }
  for (const [, kind, name, output] of JSON.stringify(workflow).matchAll(/\$(inputs|steps)\.(\w+)(?:\.outputs\.(\w+))?/g)) {
    if (kind === 'inputs' && !workflow.inputs?.properties?.[name]) at(`there is no input ${name}`);
    if (kind === 'steps' && !steps.get(name)?.outputs?.[output]) at(`step ${name} has no output ${output}`);
  }
  return problems;
}

function resolveOperation(step, sources) {
  const qualified = /^\$sourceDescriptions\.([\w-]+)\.(\w+)$/.exec(step.operationId ?? '');
  if (qualified) return sources.get(qualified[1])?.get(qualified[2]);
  // A bare name is clear only while there is one source.
  return sources.size === 1 ? [...sources.values()][0].get(step.operationId) : undefined;
}

function resolves(document, reference) {
  return reference.replace(/^\$/, '').split('.').reduce((node, name) => node?.[name], document) !== undefined;
}
