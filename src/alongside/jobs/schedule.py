"""What is done again and again. One line each: a name that is never changed, how often, and the task."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Periodic:
    """A piece of work for each period of length `every`, counted from midnight UTC on 1 January 1970.

    A period in which no worker ran is left out. The task takes no arguments, and doing it twice does no harm.
    """

    name: str
    every: dt.timedelta
    task: str


SCHEDULE = (
    Periodic("tend campaigns", dt.timedelta(minutes=2), "alongside.ballots.jobs.tend_campaigns"),
    Periodic("publish rounds", dt.timedelta(minutes=1), "alongside.voice.jobs.publish_closed_rounds"),
    Periodic("destroy old answers", dt.timedelta(hours=6), "alongside.voice.jobs.destroy_old_answers"),
    Periodic("tend look-backs", dt.timedelta(minutes=2), "alongside.meetings.jobs.tend_look_backs"),
    Periodic("queue reminders", dt.timedelta(minutes=5), "alongside.practice.jobs.queue_reminders"),
    Periodic("deliver", dt.timedelta(minutes=1), "alongside.notify.jobs.deliver_what_is_due"),
    Periodic("carry plans on", dt.timedelta(hours=6), "alongside.plans.jobs.carry_plans_on"),
    Periodic("fetch feeds", dt.timedelta(hours=6), "alongside.learning.jobs.fetch_feeds"),
    Periodic("share items", dt.timedelta(minutes=15), "alongside.learning.jobs.share_items"),
    Periodic("forget old practice", dt.timedelta(hours=12), "alongside.practice.jobs.forget_what_is_old"),
    Periodic("forget old imports", dt.timedelta(hours=12), "alongside.administration.jobs.forget_old_imports"),
    Periodic("forget those who left", dt.timedelta(hours=24), "alongside.administration.jobs.forget_people_who_left"),
    Periodic("forget finished jobs", dt.timedelta(hours=6), "alongside.jobs.tasks.forget_finished_jobs"),
    Periodic("forget ended sessions", dt.timedelta(hours=6), "alongside.jobs.tasks.forget_ended_sessions"),
    Periodic("forget counts", dt.timedelta(hours=1), "alongside.access.tasks.forget_old_counts"),
    Periodic("delete leftover recordings", dt.timedelta(hours=6), "alongside.people.jobs.sweep_recordings"),
)
