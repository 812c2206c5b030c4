/** What a shop installs; the console itself imports nothing of it. */
const sdk = "@meetbot/sdk";

/** How a shop's server signs an identity: the examples of the SDK, as they stand there. */
export const identityCode = {
  "Node.js": `import { signIdentity } from "${sdk}";

// Each time a page is made for a customer who is signed in; the account comes from the session.
const token = signIdentity({
  identitySecret: process.env.MEETBOT_IDENTITY_SECRET ?? "",
  botId: process.env.MEETBOT_BOT_ID ?? "",
  account: process.env.ACCOUNT ?? "",
});
console.log(token);`,
  PHP: `<?php
// Each time a page is made for a customer who is signed in; the account comes from the session.
function sign_identity(string $secret, string $bot_id, string $account): string
{
    if (trim($secret) === '' || trim($account) === '') {
        throw new InvalidArgumentException('The identity secret or the account is missing.');
    }
    $encode = fn(string $bytes) => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    $flags = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;
    $now = time();
    $header = json_encode(['alg' => 'HS256', 'typ' => 'JWT'], $flags);
    $claims = ['sub' => $account, 'aud' => $bot_id, 'iat' => $now, 'exp' => $now + 300];
    $signed = $encode($header) . '.' . $encode(json_encode($claims, $flags));
    return $signed . '.' . $encode(hash_hmac('sha256', $signed, $secret, true));
}

$secret = (string) getenv('MEETBOT_IDENTITY_SECRET'); // the whole of it, whsec_ included
echo sign_identity($secret, (string) getenv('MEETBOT_BOT_ID'), (string) getenv('ACCOUNT')), "\\n";`,
  Python: `import base64
import hmac
import json
import os
import time


# Each time a page is made for a customer who is signed in; the account comes from the session.
def sign_identity(secret: str, bot_id: str, account: str) -> str:
    if not secret.strip() or not account.strip():
        raise ValueError("The identity secret or the account is missing.")
    now = int(time.time())
    header = {"alg": "HS256", "typ": "JWT"}
    claims = {"sub": account, "aud": bot_id, "iat": now, "exp": now + 300}
    parts = [json.dumps(part, ensure_ascii=False) for part in (header, claims)]
    signed = ".".join(encode(part.encode()) for part in parts)
    return signed + "." + encode(hmac.digest(secret.encode(), signed.encode(), "sha256"))


def encode(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode().rstrip("=")


secret = os.environ["MEETBOT_IDENTITY_SECRET"]  # the whole of it, whsec_ included
print(sign_identity(secret, os.environ["MEETBOT_BOT_ID"], os.environ["ACCOUNT"]))`,
} as const;
