/** The package that a shop installs; the console itself does not import it. */
const sdk = "@meetbot/sdk";

/** Code for a shop's server to sign an identity: the SDK's examples, unchanged. */
export const identityCode = {
  "Node.js": `import { signIdentity } from "${sdk}";

const { MEETBOT_IDENTITY_SECRET: identitySecret, MEETBOT_BOT_ID: botId } = process.env;
if (!identitySecret || !botId) throw new Error("Set MEETBOT_IDENTITY_SECRET and MEETBOT_BOT_ID.");

// For data-identity, each time you make a page for a customer who is signed in.
// Give it the account of your session, such as session.email, or a phone number as +8613812345678.
export function identityToken(account) {
  return signIdentity({ identitySecret, botId, account });
}`,
  PHP: `<?php
// For data-identity, each time you make a page for a customer who is signed in.
// Give it the account of your session, such as $_SESSION['email'], or a phone number as +8613812345678.
function identity_token(string $account): string
{
    $secret = (string) getenv('MEETBOT_IDENTITY_SECRET'); // the whole of it, whsec_ included
    $bot_id = (string) getenv('MEETBOT_BOT_ID');
    if (trim($secret) === '' || $bot_id === '' || trim($account) === '') {
        throw new RuntimeException('MEETBOT_IDENTITY_SECRET, MEETBOT_BOT_ID or the account is missing.');
    }
    $encode = fn(string $bytes) => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    $flags = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;
    $now = time();
    $header = json_encode(['alg' => 'HS256', 'typ' => 'JWT'], $flags);
    $claims = ['sub' => $account, 'aud' => $bot_id, 'iat' => $now, 'exp' => $now + 300];
    $signed = $encode($header) . '.' . $encode(json_encode($claims, $flags));
    return $signed . '.' . $encode(hash_hmac('sha256', $signed, $secret, true));
}`,
  Python: `import base64
import hmac
import json
import os
import time


# For data-identity, each time you make a page for a customer who is signed in.
# Give it the account of your session, such as session["email"], or a phone number as +8613812345678.
def identity_token(account: str) -> str:
    secret = os.environ["MEETBOT_IDENTITY_SECRET"]  # the whole of it, whsec_ included
    if not secret.strip() or not account.strip():
        raise ValueError("The identity secret or the account is missing.")
    now = int(time.time())
    header = {"alg": "HS256", "typ": "JWT"}
    claims = {"sub": account, "aud": os.environ["MEETBOT_BOT_ID"], "iat": now, "exp": now + 300}
    parts = [json.dumps(part, ensure_ascii=False) for part in (header, claims)]
    signed = ".".join(encode(part.encode()) for part in parts)
    return signed + "." + encode(hmac.digest(secret.encode(), signed.encode(), "sha256"))


def encode(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode().rstrip("=")`,
} as const;
