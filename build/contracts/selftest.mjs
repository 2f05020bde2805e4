// Breaks a contract in one place at a time and expects the check to say so. A check that cannot fail proves nothing.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintWithRedocly } from './redocly.mjs';
import { checkAsyncApi } from './asyncapi.mjs';
import { checkReferences } from './arazzo.mjs';
import { checkExtensions } from './extensions.mjs';

// check, file, what stands there, what replaces it, what the check must say
const breaks = [
  [lintWithRedocly, 'fabric.openapi.yaml', 'in: header', 'in: heading', /spec|struct|enum/i],
  [lintWithRedocly, 'fabric.openapi.yaml', "'#/components/schemas/TokenRequest'", "'#/components/schemas/TokenRequst'", /resolve/],
  [lintWithRedocly, 'fabric.openapi.yaml', 'operationId: tokenByAkSk', 'deprecated: false', /operationId/],
  [lintWithRedocly, 'fabric.openapi.yaml', "Expires: '600'", 'Expires: 600', /must be string/],
  [lintWithRedocly, 'cc-messaging.openapi.yaml', 'operationId: sendAsync', 'operationId: send', /unique/],
  [lintWithRedocly, 'cc-messaging.openapi.yaml', 'eventId: 168102\n', 'eventId: 168999\n', /oneOf|exactly one/],
  [lintWithRedocly, 'cc-messaging.openapi.yaml', '- appKey: []', '- appKye: []', /security/],
  [lintWithRedocly, 'rtc-voice.openapi.yaml', "verifyCode: '1234'", "verifyCode: '12a4'", /pattern/],
  [lintWithRedocly, 'rtc-voice.openapi.yaml', 'eventType: alerting\n', 'eventType: ringing\n', /tag|oneOf|eventType/],
  [lintWithRedocly, 'click-to-call.arazzo.yaml', 'type: goto', 'type: jump', /goto/],
  [lintWithRedocly, 'agent-video.arazzo.yaml', 'action: receive', 'action: listen', /receive/],
  [checkReferences, 'click-to-call.arazzo.yaml', 'messaging.applyToken', 'messaging.applyTokens', /no operation/],
  [checkReferences, 'click-to-call.arazzo.yaml', 'dependsOn: [check]', 'dependsOn: [chekc]', /no step/],
  [checkReferences, 'click-to-call.arazzo.yaml', 'stepId: connect\n            criteria', 'stepId: conect\n            criteria', /no step conect/],
  [checkReferences, 'click-to-call.arazzo.yaml', 'failureActions.renew', 'failureActions.renw', /nowhere/],
  [checkReferences, 'click-to-call.arazzo.yaml', '$inputs.mediaAbility', '$inputs.media', /no input/],
  [checkReferences, 'click-to-call.arazzo.yaml', 'dependsOn: [authenticate]', 'dependsOn: [signIn]', /no workflow/],
  [checkReferences, 'click-to-call.arazzo.yaml', 'name: channel\n', 'name: chanel\n', /no parameter/],
  [checkReferences, 'click-to-call.arazzo.yaml', '{ on: createClickToCall', '{ on: createCall', /no operation createCall/],
  [checkReferences, 'agent-video.arazzo.yaml', 'sid: $steps.ring.outputs.sid', 'sid: $steps.ring.outputs.id', /no output/],
  [checkAsyncApi, 'video-signalling.asyncapi.yaml', 'action: receive', 'action: listen', /allowed values|receive/],
  [checkAsyncApi, 'video-signalling.asyncapi.yaml', "'#/components/messages/incomingCall'", "'#/components/messages/ringing'", /resolve|exist/],
  [checkAsyncApi, 'video-signalling.asyncapi.yaml', 'state: ready', 'state: 5', /string/],
  [checkAsyncApi, 'video-signalling.asyncapi.yaml', 'method: GET', 'method: FETCH', /allowed values|GET/],
  [checkExtensions, 'cc-messaging.openapi.yaml', 'x-clientgen-long-poll', 'x-clientgen-longpoll', /not a known extension/],
  [checkExtensions, 'cc-messaging.openapi.yaml', 'minTimeout: 60000', 'minTimeout: 60s', /integer/],
  [checkExtensions, 'cc-messaging.openapi.yaml', "'168110': CallReleased", "'168111': CallReleased", /no value/],
  [checkExtensions, 'cc-messaging.openapi.yaml', "'168110': CallReleased", "'168110': CallFailed", /two values/],
  [checkExtensions, 'cc-messaging.openapi.yaml', 'lifetime: 3600', 'lifeTime: 3600', /additional properties/],
  [checkExtensions, 'video-signalling.asyncapi.yaml', 'to: leave }', 'to: rest }', /no state rest/],
];

const folder = mkdtempSync(join(tmpdir(), 'contracts-'));
let missed = 0;
try {
  cpSync(fileURLToPath(new URL('../../spec/', import.meta.url)), folder, { recursive: true });
  for (const [check, name, whole, broken, expected] of breaks) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const before = await check(file);
    writeFileSync(file, text.replace(whole, broken));
    const found = (await check(file)).filter(problem => !before.includes(problem));
    writeFileSync(file, text);
    const ok = text.includes(whole) && found.some(problem => expected.test(problem));
    if (!ok) missed++;
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${check.name}: ${JSON.stringify(whole)} -> ${JSON.stringify(broken)}: ${found[0] ?? 'nothing was reported'}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(missed === 0 ? `all ${breaks.length} breaks were found` : `${missed} of ${breaks.length} breaks were missed`);
process.exit(missed === 0 ? 0 : 1);
