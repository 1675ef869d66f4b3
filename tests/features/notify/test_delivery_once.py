"""Two workers with one mail server between them: nobody gets a second mail, whichever worker dies."""

import re
import signal
import time
from collections import Counter
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from running import Running, free_port, until

_PEOPLE = 120
_PUT_OUT = f"""
import datetime as dt
import django; django.setup()
from django.utils import timezone
from alongside.notify.models import Delivery
from alongside.notify.jobs import deliver_what_is_due
from alongside.people.models import Organisation
from organisation import join
here, now = Organisation.objects.get(), timezone.now()
for number in range({_PEOPLE}):
    Delivery.objects.create(person=join(here, f"P{{number}} Holm"), kind="reminder", on_date=now.date(), channel="mail",
                            subject="Hello", text="One thing", try_at=now, expires_at=now + dt.timedelta(hours=3))
deliver_what_is_due.enqueue(); deliver_what_is_due.enqueue()
"""


class Mailbox:
    """Takes mail slowly, so that a worker can be killed between two."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.words: list[bytes] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        time.sleep(0.01)  # noqa: ASYNC251 - the server is to be slow
        self.taken += envelope.rcpt_tos
        self.words.append(bytes(envelope.original_content or b""))
        return "250 taken"


@pytest.fixture
def mailbox(running: Running) -> Iterator[Mailbox]:
    box, port = Mailbox(), free_port()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    running.more |= {
        "ALONGSIDE_MAIL_HOST": "127.0.0.1",
        "ALONGSIDE_MAIL_PORT": str(port),
        "ALONGSIDE_MAIL_SECURITY": "none",
    }
    yield box
    server.stop()


def waiting(site: Running) -> int:
    [(count,)] = site.ask("SELECT count(*) FROM notify_delivery WHERE stage = 'waiting'")
    assert isinstance(count, int)
    return count


def test_two_workers_hand_over_each_mail_once_even_when_one_is_killed(running: Running, mailbox: Mailbox) -> None:
    running.python(_PUT_OUT)
    doomed = running.start("worker", "--queue", "default")
    until(lambda: len(mailbox.taken) > 5)
    other = running.start("worker", "--queue", "default")
    doomed.kill()
    doomed.wait(timeout=5)
    # Those that the killed worker had claimed come back when its claim has run out.
    running.python(
        "import django; django.setup()\nfrom alongside.notify.models import Delivery\n"
        "Delivery.objects.filter(stage='waiting').update(claimed_at=None)\n"
        "from alongside.notify.jobs import deliver_what_is_due; deliver_what_is_due.enqueue()"
    )
    until(lambda: waiting(running) == 0)
    other.send_signal(signal.SIGTERM)
    other.wait(timeout=15)
    times = Counter(mailbox.taken)
    assert set(times.values()) == {1}
    in_flight = running.ask("SELECT count(*) FROM notify_delivery WHERE stage = 'handed_over'")[0][0]
    assert len(times) >= _PEOPLE - 1
    assert in_flight in {0, 1}
    assert running.ask("SELECT count(*) FROM notify_delivery WHERE stage = 'done' AND text <> ''") == [(0,)]


def test_a_mail_says_that_no_answer_is_awaited_and_carries_one_number_for_ever(
    running: Running, mailbox: Mailbox
) -> None:
    running.python(_PUT_OUT.replace(f"range({_PEOPLE})", "range(1)"))
    worker = running.start("worker", "--queue", "default")
    until(lambda: bool(mailbox.words))
    worker.send_signal(signal.SIGTERM)
    worker.wait(timeout=15)
    assert re.search(rb"^Auto-Submitted: auto-generated", mailbox.words[0], re.MULTILINE)
    assert re.search(rb"^Message-ID: <[0-9a-f-]{36}@alongside>", mailbox.words[0], re.MULTILINE)


_ASK = """
import datetime as dt
import django; django.setup()
from django.test import Client
from django.utils import timezone
from alongside.people.models import Organisation
from alongside.practice.jobs import queue_reminders
from alongside.practice.models import Reminder
from organisation import join
person = join(Organisation.objects.get(), "Hana Holm")
person.working_days = "1111111"; person.save()
browser = Client(SERVER_NAME="localhost"); browser.force_login(person)
answer = browser.post("/today/reminders/", {"hour": "9", "by_mail": "on"})
assert answer.status_code == 302, answer.content
Reminder.objects.update(next_at=timezone.now() - dt.timedelta(minutes=1))  # nine o'clock has just been
queue_reminders.enqueue()
print(person.email, end="")
"""


def test_a_reminder_goes_from_the_page_where_it_was_asked_for_to_a_mailbox(running: Running, mailbox: Mailbox) -> None:
    address = running.python(_ASK)
    worker = running.start("worker", "--queue", "default")
    until(lambda: running.ask("SELECT count(*) FROM notify_delivery")[0][0] == 1)
    running.python(
        "import django; django.setup()\nfrom alongside.notify.jobs import deliver_what_is_due as d; d.enqueue()"
    )
    until(lambda: bool(mailbox.words))
    worker.send_signal(signal.SIGTERM)
    worker.wait(timeout=15)
    assert mailbox.taken == address.split()[-1:]
    assert b"One thing for today: " in mailbox.words[0]
    assert b"/today/reminders/" in mailbox.words[0]
