<?php
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
echo sign_identity($secret, (string) getenv('MEETBOT_BOT_ID'), (string) getenv('ACCOUNT')), "\n";
