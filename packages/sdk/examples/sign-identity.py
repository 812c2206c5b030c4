import base64
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
    return base64.urlsafe_b64encode(part).decode().rstrip("=")
