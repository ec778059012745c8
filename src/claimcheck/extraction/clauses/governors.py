"""Closed classes of verbs and adjectives that decide how far what depends on them is asserted."""

from __future__ import annotations

DENYING = frozenset("deny dispute refute rebut reject dismiss contradict disavow".split())
"""Reports that hold the content to be untrue; somebody's denial, never the writer's."""
REPORTING = (
    frozenset(
        "promise pledge vow guarantee demand propose recommend say state tell declare claim allege "
        "assert insist maintain argue warn add believe think suggest note report stress "
        "predict forecast expect hope fear suspect announce write remark comment explain complain "
        "caution contend speculate "
        "estimate accuse blame testify boast joke rumour consider call describe assure reply answer "
        "ask wonder feel imply "
        "swear accord".split()
    )
    | DENYING
)
"""Verbs of saying and thinking: what they govern is somebody's statement."""
ESTABLISHING = frozenset(
    "show find reveal prove demonstrate discover record know learn realise realize determine confirm "
    "establish "
    "verify acknowledge admit concede disclose rule announce indicate reckon measure count list".split()
)
"""Verbs whose content the writer holds to be so."""
RECORDS = frozenset(
    "data figure figures record records report study register calendar test tests statistic "
    "statistics document documents "
    "minutes ledger log census survey poll analysis research result results filing filings footage "
    "map archive archives "
    "inquiry investigation audit paper transcript transcripts review accounts chart table index measurement "
    "measurements examination autopsy inspection court judge ruling verdict office agency".split()
)
"""Sources that are documents, or bodies speaking by office: what they show stands as the writer's own."""
UNABLE = frozenset("incapable unable failure refusal inability".split())
"""Adjectives and nouns that deny what they govern."""
FAILING = frozenset(
    "fail refuse decline turn_down forget neglect avoid omit rule_out stop_short cease stop abstain "
    "refrain".split()
)
"""Verbs that deny what they govern."""
UNREAL = frozenset(
    "plan intend want hope aim expect propose seek threaten consider ask urge tell promise pledge vow "
    "try attempt "
    "demand need wish prepare offer invite fear likely about request call call_for require "
    "encourage persuade oblige poise ready willing unlikely pledge undertake mull weigh discuss "
    "debate recommend advise "
    "anticipate predict forecast wait await".split()
)
"""What leaves open whether the governed act happened."""
SETTLED = frozenset("agree decide schedule set due order".split())
"""What makes the governed act certain to come, though it has not happened."""
PROSPECTS = frozenset(
    "talk talks plan plans bid chance offer threat hope hopes attempt effort efforts intention "
    "proposal ambition wish "
    "desire pressure call calls negotiation negotiations".split()
)
"""Nouns that leave open whether the act after "to" happened."""
ALLEGING = frozenset(
    "suspect accuse believe think say report allege claim rumour suppose assume presume understand "
    "charge blame".split()
)
"""What, in the passive or with "of", makes the governed act an allegation."""
ALLEGED = frozenset(
    "investigation suspicion allegation allegations charge charges trial accusation accusations claim "
    "claims".split()
)
"""Nouns that make the act after "for" or "of" an allegation."""
DOUBTED = frozenset(
    "rumour rumor allegation claim suggestion hint suspicion fear hope belief theory speculation story "
    "tale possibility chance risk threat accusation impression notion idea assumption prospect "
    "expectation report".split()
)
"""Nouns that leave open what follows them with "that"."""
UNSETTLED = frozenset(
    "possible likely unlikely probable improbable conceivable doubtful uncertain unclear unproven "
    "plausible".split()
)
"""Adjectives that do the same ("it is possible that")."""
HEDGES = frozenset(
    "may might could possibly perhaps maybe probably reportedly allegedly apparently seemingly "
    "purportedly supposedly "
    "likely unlikely presumably potentially suspected alleged possible unconfirmed conceivably".split()
)
"""Words that make a statement uncertain."""
MODAL_FUTURE = frozenset("will shall would should must".split())
"""Auxiliaries of what has not happened yet or ought to."""
POSSIBILITY = frozenset("may might could can".split())
"""Auxiliaries of possibility."""
CONDITIONS = frozenset("if unless whether".split())
"""Openers of clauses that assert nothing."""
FALSEHOOD = frozenset(
    "false untrue wrong incorrect hoax baseless unfounded fake debunk disprove discredit fabricate "
    "myth bogus misleading "
    "inaccurate staged doctored invention fabrication invent untruth fiction".split()
)
"""Words by which a writer takes back what was just reported."""
