"""The origin of a statement: where its content starts, as far as the report says.

One rule for what is linked and what is told, so that an origin has one name wherever it is counted. Here one report is
read; ``riwaya.link.accounts.known`` knows the origins of a whole story.
"""

from riwaya.origin.name import OriginName
from riwaya.origin.pairs import states, two_states
from riwaya.origin.rule import bases, origins, sources

__all__ = ["OriginName", "bases", "origins", "sources", "states", "two_states"]
