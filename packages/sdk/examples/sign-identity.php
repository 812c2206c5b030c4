<?php
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
}
