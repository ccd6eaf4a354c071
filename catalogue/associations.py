"""Which topics a word goes with, learnt from texts whose topics are known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from catalogue.postings import Field, Postings

_SECOND_TOPIC = 0.5
_DOUBT = 2.0
_SURE = 0.3


@dataclass(frozen=True)
class Lesson:
    """A text in each language, and the topics it is about, the main one first."""

    topics: tuple[str, ...]
    texts: Mapping[str, tuple[str, ...]]


class Associations:
    """Word to topics, in every language."""

    def __init__(self, lessons: Iterable[Lesson], languages: Iterable[str]) -> None:
        self._lessons = tuple(lesson for lesson in lessons if lesson.topics)
        self._postings = {code: Postings(code, partial(self._taught, code)) for code in languages}
        self.topics_of = lru_cache(maxsize=4096)(self._topics_of)

    def _taught(self, code: str) -> list[Field]:
        taught = (lesson.texts.get(code, ()) for lesson in self._lessons)
        return [(number, texts, 1.0) for number, texts in enumerate(taught)]

    def _topics_of(self, language: str, stemmed: str) -> Mapping[str, float]:
        """The topics a stem goes with, each with how surely (0 to 1); none when it is vague."""
        if language not in self._postings:
            return {}
        weights: dict[str, float] = defaultdict(float)
        held = self._postings[language].holding(stemmed)
        for number in held:
            main, *others = self._lessons[number].topics
            weights[main] += 1.0
            for topic in others[:1]:
                weights[topic] += _SECOND_TOPIC
        total = len(held) + _DOUBT
        return {topic: w / total for topic, w in weights.items() if w / total >= _SURE}
