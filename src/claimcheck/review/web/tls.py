"""Certificates: the desk's own, or one made here whose fingerprint is printed for people to compare."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from claimcheck.errors import ClaimcheckError
from claimcheck.records.atomic import write_atomically
from claimcheck.review.web.addresses import bracketed

_DAYS = 397
"""The longest that browsers accept."""
_SOON = timedelta(days=7)


class BadCertificate(ClaimcheckError):
    """A certificate or key cannot be used."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path.name} cannot be used: {why}.",
            remedy="Give a PEM certificate and its key; nothing was served.",
        )


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate to serve with.

    Attributes:
        names: host names and addresses it is for, IPv6 in brackets.
        fingerprint: SHA-256, as browsers show it.
    """

    cert: Path
    key: Path
    names: tuple[str, ...]
    fingerprint: str


def own_certificate(cert: Path, key: Path, now: datetime) -> Certificate:
    """The desk's own certificate.

    Raises:
        BadCertificate: where it cannot be read, has expired or names no host, or others can read the key.
    """
    made = _load(cert)
    if made.not_valid_after_utc <= now:
        raise BadCertificate(cert, f"it expired on {made.not_valid_after_utc.date()}")
    names = _names(made)
    if not names:
        raise BadCertificate(cert, "it names no host")
    try:
        mode = key.stat().st_mode
        private = serialization.load_pem_private_key(key.read_bytes(), None)
    except (OSError, ValueError, TypeError) as error:
        raise BadCertificate(key, str(error) or type(error).__name__) from None
    if mode & 0o077:
        raise BadCertificate(key, f"others can read it; run: chmod 600 {key.name}")
    form = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    if private.public_key().public_bytes(*form) != made.public_key().public_bytes(*form):
        raise BadCertificate(key, "it is the key of another certificate")
    return Certificate(cert, key, names, _fingerprint(made))


def generated_certificate(folder: Path, hosts: tuple[str, ...], now: datetime) -> Certificate:
    """A certificate made here for these hosts, kept so that its fingerprint stays the same; the key is 0600.

    Raises:
        BadCertificate, WriteFailed.
    """
    name = sha256(" ".join(sorted(hosts)).encode()).hexdigest()[:16]
    cert, key = folder / f"{name}.crt", folder / f"{name}.key"
    if not cert.exists() or not key.exists() or _load(cert).not_valid_after_utc <= now + _SOON:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make(cert, key, hosts, now)
    return own_certificate(cert, key, now)


def _make(cert: Path, key: Path, hosts: tuple[str, ...], now: datetime) -> None:
    private = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "claimcheck review")])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=_DAYS))
        .add_extension(x509.SubjectAlternativeName([_general(host) for host in hosts]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(private, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = private.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    write_atomically(key, secret, place="certificate key", mode=0o600)
    write_atomically(cert, made.public_bytes(pem), place="certificate", mode=0o600)


def _general(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _load(cert: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(cert.read_bytes())
    except (OSError, ValueError) as error:
        raise BadCertificate(cert, str(error) or type(error).__name__) from None


def _names(cert: x509.Certificate) -> tuple[str, ...]:
    try:
        found = cert.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    names = [*found.get_values_for_type(x509.DNSName)]
    names += [str(address) for address in found.get_values_for_type(x509.IPAddress)]
    return tuple(bracketed(name) for name in names if "*" not in name)


def _fingerprint(cert: x509.Certificate) -> str:
    digits = cert.fingerprint(hashes.SHA256()).hex().upper()
    return ":".join(digits[at : at + 2] for at in range(0, len(digits), 2))


def hosts_of(host: str) -> tuple[str, ...]:
    """The names a generated certificate is for: the host asked for, or all of this machine's own."""
    if host not in ("0.0.0.0", "::"):
        return (host,)
    names = {socket.gethostname().lower()}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: nothing is sent, a route is looked up
            names.add(probe.getsockname()[0])
        except OSError:
            pass
    return tuple(sorted(name for name in names if name))


def utc(now: str) -> datetime:
    """A time of the records as a moment."""
    return datetime.fromisoformat(now).astimezone(UTC)


def private_folder(state: Path) -> Path:
    """Where generated certificates lie in the user's state folder."""
    return state / "certificates"
