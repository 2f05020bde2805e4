#!/usr/bin/env bash
# Generator, runtime and command line learn everything from the contracts. Outside comments, their code names no operation, event code or
# member of the four systems.
set -u
cd "$(dirname "$0")/../.."

names=$(grep -hoE '^ *operationId: *[A-Za-z0-9_]+' spec/*.openapi.yaml | sed 's/.*: *//' | sort -u)
codes=$(grep -hoE '\b(1681[01][0-9]|20[12]0[0-4]|300(00|17|19|25)|5020[0-4]|10[12][0-9]{4})\b' spec/*.yaml | sort -u)
# Names that are ordinary English or C# words say nothing; longer ones do.
pattern=$(printf '%s\n' $names $codes | awk 'length($0) >= 5 && $0 != "send"' | paste -sd'|')
members='lickToCall|ccmessaging|tokenByAkSk|statusInfo|feeLst|webRTCSupported|INCOMING_CALL|eventType|displayNbr'

found=$(git grep -nIE "($members|\b($pattern)\b)" -- 'generators/*.cs' 'src/ClientGen.*/*.cs' | grep -vE ':[0-9]+:[[:space:]]*(///|//|\*)')
if [ -n "$found" ]; then
  echo "These lines know one of the four systems by name:"
  echo "$found"
  exit 1
fi
echo "Nothing in generators/ and src/ClientGen.* knows the four systems by name."
