"""The closed lists of words that licenses use, spelled as in `schema/`."""

from enum import StrEnum


class Answer(StrEnum):
    """What a license says to a question."""

    YES = "yes"
    NO = "no"
    CONDITIONAL = "conditional"
    UNKNOWN = "unknown"


class Target(StrEnum):
    """What a license text is written for."""

    SOFTWARE = "software"
    MODEL = "model"
    DATA = "data"
    DOCUMENT = "document"
    SERVICE = "service"


class Confidence(StrEnum):
    """How well the facts of a license are known."""

    READ = "read"
    SECONDARY = "secondary"
    NONE = "none"


class Permission(StrEnum):
    """What a license may allow."""

    COMMERCIAL_USE = "commercial-use"
    MODIFICATION = "modification"
    DISTRIBUTION = "distribution"
    PRIVATE_USE = "private-use"
    FINE_TUNING = "fine-tuning"
    SUBLICENSING = "sublicensing"
    SERVICE = "service"
    TRAINING_ON_OUTPUTS = "training-on-outputs"
    OUTPUT_USE = "output-use"


class Condition(StrEnum):
    """What a license may ask in return."""

    ATTRIBUTION = "attribution"
    LICENSE_COPY = "license-copy"
    STATE_CHANGES = "state-changes"
    SHARE_ALIKE = "share-alike"
    PASS_ON_RESTRICTIONS = "pass-on-restrictions"  # noqa: S105 - a condition, not a secret
    DISCLOSE_SOURCE = "disclose-source"
    NAMING = "naming"
    DISPLAY = "display"
    REGISTRATION = "registration"
    USE_LATEST_VERSION = "use-latest-version"


class Limit(StrEnum):
    """Where the permissions of a license may end."""

    FIELD_OF_USE = "field-of-use"
    ACCEPTABLE_USE_POLICY = "acceptable-use-policy"
    USER_THRESHOLD = "user-threshold"
    REVENUE_THRESHOLD = "revenue-threshold"
    TERRITORY = "territory"
    NON_COMMERCIAL = "non-commercial"
    RESEARCH_ONLY = "research-only"
    SEPARATE_COMMERCIAL_LICENSE = "separate-commercial-license"
    COMPETING_USE = "competing-use"


class Approval(StrEnum):
    """Who calls a license open."""

    OSI = "osi"
    FSF = "fsf"
    OPEN_DEFINITION = "open-definition"


class Patent(StrEnum):
    """What a license may say of patents."""

    GRANT = "grant"
    RETALIATION = "retaliation"


class Termination(StrEnum):
    """How a license may end or change."""

    ON_BREACH = "on-breach"
    ON_LITIGATION = "on-litigation"
    AT_WILL = "at-will"
    UNILATERAL_CHANGE = "unilateral-change"
    REMOTE_RESTRICTION = "remote-restriction"


class DerivativeTerms(StrEnum):
    """Under which terms a license lets derivatives be passed on."""

    ANY = "any"
    OWN_IF_COMPATIBLE = "own-if-compatible"
    KEEP_CONDITION = "keep-condition"
    SAME = "same"
    NON_COMMERCIAL_ONLY = "non-commercial-only"
    NONE = "none"
    SILENT = "silent"
    UNKNOWN = "unknown"


class Trigger(StrEnum):
    """What a duty hangs on: a model made from the weights, a model trained on outputs, or a product."""

    WEIGHTS = "weights"
    OUTPUTS = "outputs"
    PRODUCT = "product"


class ThresholdUnit(StrEnum):
    """What a threshold counts."""

    MONTHLY_ACTIVE_USERS = "monthly-active-users"
    MONTHLY_VISITS = "monthly-visits"
    ANNUAL_REVENUE_USD = "annual-revenue-usd"
    ANNUAL_REVENUE_OTHER = "annual-revenue-other"
    EMPLOYEES = "employees"
    DISPLAY_ONLY = "display-only"


class SafetyTerms(StrEnum):
    """Whether every use restriction serves safety alone."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
