"""Secrets that open an assessment: links, resume codes, devices. Made here, never stored plain."""

import hashlib
import hmac
import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 signs: no I, L, O or U, which are read as something else."""

CODE_LENGTH = 16
JOIN_LENGTH = 8
"""Of a code that many people type on a phone: 40 bits. It lets one answer, never read."""

_MISREAD = str.maketrans("OILU", "011V")
_IGNORED = re.compile(r"[\s‐‑–—_.-]+")


def new_link_secret() -> str:
    """192 random bits as 32 signs that stand in an address unescaped."""
    return secrets.token_urlsafe(24)


def new_device_secret() -> str:
    """192 random bits for a browser's cookie."""
    return secrets.token_urlsafe(24)


def new_code(length: int = CODE_LENGTH) -> str:
    """80 random bits to read aloud or copy by hand: 'XXXX-XXXX-XXXX-XXXX'; 5 bits a sign."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(length))
    return "-".join(code[start : start + 4] for start in range(0, length, 4))


def normalise_code(typed: str, length: int = CODE_LENGTH) -> str | None:
    """The 16 signs (or `length`) meant by what someone typed; None when it cannot be a code.

    Case, spaces and hyphens do not matter; O is 0, I and L are 1, U is V.
    """
    if len(typed) > 100:
        return None
    code = _IGNORED.sub("", typed).upper().translate(_MISREAD)
    well_formed = len(code) == length and all(sign in ALPHABET for sign in code)
    return code if well_formed else None


def hash_secret(secret: str, purpose: str) -> str:
    """What is stored in place of a secret: 64 hex digits, different for each purpose.

    A plain SHA-256, without salt or slow rounds: those protect words that people choose, which
    can be guessed from lists. These secrets are random (80 bits or more; 40 for a team's join
    code, which opens nothing to read), no list holds them, and a hash without salt can be looked
    up through an index.
    """
    text = f"jalon:{purpose}:{secret}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()


def hash_code(typed: str, purpose: str, length: int = CODE_LENGTH) -> str | None:
    """The hash of the code that someone typed; None when it cannot be a code of this length."""
    code = normalise_code(typed, length)
    return None if code is None else hash_secret(code, purpose)


def is_same(one: str, other: str) -> bool:
    """Whether two hashes are equal, in a time that tells nothing about where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())


def fingerprint(device: str, assessment_id: str) -> str:
    """Six hex digits that tell the devices of one assessment apart, and name nobody.

    The same device has another one in another assessment: nothing can be put together.
    """
    return hash_secret(f"{assessment_id}:{device}", "fingerprint")[:6]
