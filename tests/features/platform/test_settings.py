"""A setting that cannot be used stops the start, and the message names it."""

import runpy
import secrets
from pathlib import Path
from typing import Any

import pytest

import alongside.settings
from alongside.environment import BadSetting
from running import Running

WRONG = {
    "ALONGSIDE_SECRET_KEY": ["short", "a" * 60, "password1234" * 5],
    "ALONGSIDE_URL": [
        "allies.example.org",
        "ftp://allies.example.org",
        "https://",
        "https://allies.example.org/site",
        "https://a.example:port",
        "https://me@a.example",
    ],
    "ALONGSIDE_VOICE_URL": [
        "voice.example.org",
        "http://127.0.0.1:9000",  # the name of the site itself, on another port
        "https://voice.example.org",  # while the site itself is at http://
    ],
    "ALONGSIDE_HOSTS": ["https://a.example", "*", ",", "a.example:80", "a.example b.example"],
    "ALONGSIDE_PROXIES": ["-1", "one", "10", "1.0", "²"],
    "ALONGSIDE_DEMO": ["maybe", "1", "on"],
    "ALONGSIDE_LANGUAGE": ["english", "de", "EN-GB"],
    "ALONGSIDE_TIME_ZONE": ["London", "../Europe/London", "UTC+1"],
    "ALONGSIDE_DATABASE": ["mysql://a:b@c/d", "postgresql://host", "alongside.sqlite3", "postgresql://host:port/name"],
    "ALONGSIDE_MAIL_PORT": ["0", "65536", "smtp"],
    "ALONGSIDE_MAIL_SECURITY": ["tls", "yes"],
    "ALONGSIDE_MAIL_FROM": ["alongside", "@example.org", "a@", "a@b.example\nBcc: c@d.example"],
    "ALONGSIDE_OIDC_URL": ["login.example.org", "javascript://login.example.org"],
}
# Any text will do for these; the two of OpenID Connect are needed with its address.
FREE = {
    "ALONGSIDE_HOME",
    "ALONGSIDE_MAIL_HOST",
    "ALONGSIDE_MAIL_USER",
    "ALONGSIDE_MAIL_PASSWORD",
    "ALONGSIDE_OIDC_NAME",
    "ALONGSIDE_OIDC_CLIENT",
    "ALONGSIDE_OIDC_SECRET",
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in alongside.settings._env.values:
        if name.startswith("ALONGSIDE_"):
            monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALONGSIDE_HOME", str(tmp_path))
    return tmp_path


def _settings() -> dict[str, Any]:
    return runpy.run_path(alongside.settings.__file__)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_value_stops_the_start_and_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSetting, match=rf"^{name} is .+ Expected: .+\.$"):
        _settings()


def test_every_setting_is_tried_with_a_wrong_value() -> None:
    assert set(WRONG) | FREE == _settings()["_env"].asked


@pytest.mark.parametrize("missing", ["ALONGSIDE_OIDC_CLIENT", "ALONGSIDE_OIDC_SECRET"])
def test_a_work_account_needs_a_client_and_its_secret(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    for name in ("ALONGSIDE_OIDC_URL", "ALONGSIDE_OIDC_CLIENT", "ALONGSIDE_OIDC_SECRET"):
        monkeypatch.setenv(name, "https://login.example.org")
    monkeypatch.delenv(missing)
    with pytest.raises(
        BadSetting, match=rf"^{missing} is not set\. Expected: a value, since ALONGSIDE_OIDC_URL is set"
    ):
        _settings()


def test_a_password_that_cannot_be_used_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_DATABASE", "mysql://me:canary@host/name")
    with pytest.raises(BadSetting) as refusal:
        _settings()
    assert "canary" not in str(refusal.value)


def test_a_slip_in_a_name_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_DATABSE", "postgresql://host/name")
    with pytest.raises(BadSetting, match=r"^ALONGSIDE_DATABSE is not a setting"):
        _settings()


def test_the_environment_goes_before_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "settings.toml").write_text('ALONGSIDE_MAIL_PORT = 25\nALONGSIDE_MAIL_HOST = "file.example"\n')
    monkeypatch.setenv("ALONGSIDE_MAIL_HOST", "environment.example")
    read = _settings()
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"]) == ("environment.example", 25)


@pytest.mark.parametrize("words", ["ALONGSIDE_URL = ", "ALONGSIDE_MAIL_PORT = [1]", b"\xff\xfe"])
def test_a_file_that_cannot_be_read_stops_the_start(home: Path, words: str | bytes) -> None:
    (home / "settings.toml").write_bytes(words if isinstance(words, bytes) else words.encode())
    with pytest.raises(BadSetting, match=r"settings\.toml is|ALONGSIDE_MAIL_PORT is"):
        _settings()


def test_a_secret_can_come_from_a_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = secrets.token_urlsafe(64)
    (home / "elsewhere").write_text(f"{key}\n")
    monkeypatch.setenv("ALONGSIDE_SECRET_KEY_FILE", str(home / "elsewhere"))
    assert _settings()["SECRET_KEY"] == key
    monkeypatch.setenv("ALONGSIDE_SECRET_KEY_FILE", str(home / "nowhere"))
    with pytest.raises(BadSetting, match=r"^ALONGSIDE_SECRET_KEY_FILE is .+nowhere"):
        _settings()


@pytest.mark.parametrize(
    ("address", "voice_address"),
    [
        ("http://127.0.0.1:8000", "http://localhost:8001"),
        ("http://localhost:8000", "http://127.0.0.1:8001"),
        ("http://[::1]:8000", "http://localhost:8001"),
        ("https://allies.example.org", ""),
        ("https://localhost", ""),
    ],
)
def test_a_machine_of_ones_own_has_a_voice_host_by_itself(
    monkeypatch: pytest.MonkeyPatch, address: str, voice_address: str
) -> None:
    monkeypatch.setenv("ALONGSIDE_URL", address)
    assert _settings()["VOICE_URL"] == voice_address


def test_the_site_answers_to_the_name_of_its_voice_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_URL", "https://allies.example.org")
    monkeypatch.setenv("ALONGSIDE_VOICE_URL", "https://voice.example.org:8443")
    assert "voice.example.org" in _settings()["ALLOWED_HOSTS"]


def test_https_brings_all_that_goes_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_URL", "https://allies.example.org/")
    read = _settings()
    assert read["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert read["CSRF_COOKIE_NAME"].startswith("__Host-")
    assert read["SESSION_COOKIE_SECURE"]
    assert read["CSRF_COOKIE_SECURE"]
    assert read["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert read["ALLOWED_HOSTS"][0] == "allies.example.org"
    assert read["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1
    assert read["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"] is False


def test_a_site_on_https_passes_djangos_own_check(running: Running) -> None:
    running.more |= {"ALONGSIDE_URL": "https://allies.example.org", "ALONGSIDE_VOICE_URL": "https://voice.example.org"}
    code, said = running.run("manage", "check", "--deploy", "--fail-level", "WARNING")
    assert code == 0, said


def test_the_command_ends_with_the_name_of_the_setting_and_no_traceback(running: Running) -> None:
    running.more["ALONGSIDE_TIME_ZONE"] = "Mars"
    code, said = running.run("serve")
    assert code == 2
    assert said == 'Error: ALONGSIDE_TIME_ZONE is "Mars". Expected: a time zone such as Europe/London.\n'
