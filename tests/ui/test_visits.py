"""Who may come in, on a clock moved by hand; and how a server that stops lets people go."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests import turning
from ui.middleware.admission import is_finished
from ui.middleware.requests import route_of
from ui.serving.doors import SERVICE_RESTART, Doors, running
from ui.serving.settings import Settings, WrongSetting, settings
from ui.serving.visits import ARRIVAL_SECONDS, BACK_SECONDS, IDLE_SECONDS, TABS, Visits


def full(limit: int = 2) -> Visits:
    visits = Visits(limit)
    for number in range(limit):
        assert visits.enter(f"v{number}", 0.0)
    return visits


def test_past_the_limit_a_new_visitor_waits_and_those_in_are_served() -> None:
    visits = full()
    assert not visits.may_load(None, 1.0)
    assert not visits.may_load("new", 1.0)
    assert visits.enter("new", 1.0) is None
    assert visits.may_load("v0", 1.0)
    assert visits.enter("v0", 1.0) is not None


def test_a_page_sent_keeps_its_place_until_its_socket_opens() -> None:
    visits = Visits(1)
    assert visits.may_load(None, 0.0)
    visits.loaded("first", 0.0)
    assert not visits.may_load("second", 1.0)
    assert visits.enter("first", 2.0)
    late = Visits(1)
    late.loaded("never connects", 0.0)
    assert late.may_load("second", ARRIVAL_SECONDS + 1)


def test_a_visitor_who_does_nothing_leaves_the_place_and_stays_connected() -> None:
    visits = full()
    later = IDLE_SECONDS + 1
    assert visits.enter("new", later)
    assert len(visits.open) == 3
    assert visits.may_load("v0", later)


def test_a_click_keeps_the_place() -> None:
    visits = Visits(1)
    visit = visits.enter("v", 0.0)
    assert visit
    visits.act(visit, IDLE_SECONDS - 1)
    assert not visits.may_load("new", IDLE_SECONDS + 1)
    assert visits.served(visit, IDLE_SECONDS + 1) == 2.0
    assert visits.served(visit, IDLE_SECONDS + 2) is None


def test_a_closed_tab_may_come_back_for_a_minute() -> None:
    visits = Visits(1)
    visit = visits.enter("v", 0.0)
    assert visit
    visits.leave(visit, 1.0)
    assert not visits.may_load("new", 2.0)
    assert visits.may_load("new", 2.0 + BACK_SECONDS)


def test_a_quarter_more_is_kept_for_pages_already_open_elsewhere() -> None:
    visits = full(4)
    assert visits.enter("new", 1.0) is None
    assert visits.enter("came from another replica", 1.0, returning=True)
    assert visits.enter("and another", 1.0, returning=True) is None


def test_one_browser_cannot_take_every_place() -> None:
    visits = Visits(100)
    assert all(visits.enter("v", 0.0) for _ in range(TABS))
    assert visits.enter("v", 0.0) is None
    assert visits.enter("somebody else", 0.0)


@given(st.lists(st.tuples(st.integers(0, 30), st.floats(0, 40)), max_size=200))
def test_however_people_come_nobody_new_is_let_in_past_the_limit(
    arrivals: list[tuple[int, float]],
) -> None:
    visits, now = Visits(3), 0.0
    for number, wait in arrivals:
        now += wait
        # Who is in already is served even so: an idle tab that wakes up finds its place again.
        new = not visits.is_in(str(number), now)
        if visits.enter(str(number), now) and new:
            assert visits.at_work(now) <= 3
        assert len(visits.open) <= visits.most_open


def test_when_all_tabs_are_taken_the_one_idle_for_longest_is_let_go() -> None:
    closed: list[int] = []

    async def close(code: int) -> None:
        closed.append(code)

    async def story() -> None:
        doors = Doors(1, 1)
        visits = doors.visits
        for number in range(visits.most_open):
            visit = visits.enter(f"v{number}", number * (IDLE_SECONDS + 1) - 1_000_000)
            assert visit
            doors.watch(visit, close)
        await doors.make_room()
        assert len(visits.open) == visits.most_open - 1
        assert not any(visit.visitor == "v0" for visit in visits.open)

    turning.run(story())
    assert closed == [1013]


def test_a_server_that_stops_waits_for_the_click_being_served() -> None:
    told: list[str] = []

    async def story() -> None:
        doors = Doors(5, 2)
        busy, calm = doors.visits.enter("busy", 0.0), doors.visits.enter("calm", 0.0)
        assert busy
        assert calm
        for visit in (busy, calm):

            async def close(code: int, visit: object = visit) -> None:
                assert code == SERVICE_RESTART
                told.append("busy" if visit is busy else "calm")
                doors.forget(busy if visit is busy else calm)

            doors.watch(visit, close)
        doors.visits.act(busy, 0.0)
        with running:
            draining = asyncio.create_task(doors._drain(lambda: told.append("stopped")))
            while "calm" not in told:
                await asyncio.sleep(0.01)
            assert doors.draining
            assert told == ["calm"]
            doors.visits.served(busy, 1.0)
            while "busy" not in told:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.3)
            # A screen is still being written: it may be saving.
            assert told == ["calm", "busy"]
        await draining

    turning.run(story())
    assert told[-1] == "stopped"


@pytest.mark.parametrize("hash_", ["", "a" * 32])
def test_the_message_that_ends_a_screen_is_known(hash_: str) -> None:
    message = ForwardMsg(hash=hash_)
    message.metadata.cacheable = False
    for status in ForwardMsg.ScriptFinishedStatus.values():
        message.script_finished = status
        early = status == ForwardMsg.FINISHED_EARLY_FOR_RERUN
        assert is_finished(message.SerializeToString()) is not early
    message.session_event.script_changed_on_disk = True
    assert not is_finished(message.SerializeToString())


@given(st.binary(max_size=64))
def test_any_small_message_can_be_looked_at(raw: bytes) -> None:
    assert is_finished(raw) in (True, False)


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/question", "/question"),
        ("/", "/"),
        ("/media/8f2c-my-report.pdf", "/media/*"),
        ("/_stcore/upload_file/session/file", "/_stcore/upload_file/*"),
        ("/Atelier-Introuvable", "other"),
    ],
)
def test_a_route_is_one_of_a_known_few(path: str, route: str) -> None:
    assert route_of(path) == route


def test_settings_have_defaults_and_are_read() -> None:
    assert settings({}) == Settings()
    given = {"JALON_VISITORS": "12", "JALON_LOG": "json", "JALON_REPLICA": "a"}
    assert settings(given) == Settings(visitors=12, json_log=True, replica="a")


@pytest.mark.parametrize(
    "wrong",
    [
        {"JALON_VISITORS": "0"},
        {"JALON_VISITORS": "many"},
        {"JALON_DRAIN_SECONDS": "-1"},
        {"JALON_LOG": "xml"},
        {"JALON_REPLICA": "a;b"},
        {"JALON_METRICS_TOKEN": "short"},
    ],
)
def test_a_setting_that_cannot_be_used_is_told_by_its_name(wrong: dict[str, str]) -> None:
    ((name, _),) = wrong.items()
    with pytest.raises(WrongSetting, match=name):
        settings(wrong)
