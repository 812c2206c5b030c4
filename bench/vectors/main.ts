import { checkAddresses } from "./addresses.ts";
import { checkJsonBodies } from "./json-bodies.ts";
import { checkMessenger } from "./messenger.ts";
import { checkOutbound } from "./messenger-outbound.ts";
import { evaluationFolder } from "./read-vectors.ts";
import { checkRedirects } from "./redirects.ts";
import { checkSignatures } from "./signatures.ts";
import { checkStrings } from "./strings.ts";

const folder = evaluationFolder();
if (folder === null) {
  console.log(
    "Nothing is checked: MEETBOT_EVAL_DIR names no folder that is there. It is the one that holds signatures/, json/, strings/, addresses/ and messenger/.",
  );
  process.exit(0);
}

const results = [
  ...(await checkSignatures(folder)),
  ...(await checkJsonBodies(folder)),
  ...(await checkStrings(folder)),
  ...(await checkAddresses(folder)),
  ...(await checkRedirects(folder)),
  ...(await checkMessenger(folder)),
  ...(await checkOutbound(folder)),
];
for (const { file, cases, wrong, notes } of results) {
  const right = `${cases - wrong.length} of ${cases}`;
  console.log(`${file.padEnd(28)} ${right.padStart(10)} right  ${notes}`);
  for (const line of wrong) console.log(`  wrong: ${line}`);
}
const isRight = results.length > 0 && results.every(({ wrong }) => wrong.length === 0);
process.exitCode = isRight ? 0 : 1;
