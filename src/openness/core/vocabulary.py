"""The closed lists of words that models and datasets use, spelled as in `schema/`."""

from enum import StrEnum


class Access(StrEnum):
    """How anyone can get an artefact."""

    PUBLIC = "public"
    GATED = "gated"
    REQUEST = "request"
    PAID = "paid"
    API = "api"
    WITHDRAWN = "withdrawn"
    NONE = "none"
    UNDISCLOSED = "undisclosed"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


class Form(StrEnum):
    """What one gets: the thing itself or something less."""

    FULL = "full"
    DELTA = "delta"
    INDEX = "index"
    PARTIAL = "partial"
    DESCRIBED = "described"


class Component(StrEnum):
    """The seventeen components of the Model Openness Framework, and six more that OSAID asks for."""

    MODEL_ARCHITECTURE = "model-architecture"
    MODEL_PARAMETERS_FINAL = "model-parameters-final"
    MODEL_PARAMETERS_INTERMEDIATE = "model-parameters-intermediate"
    MODEL_METADATA = "model-metadata"
    TRAINING_CODE = "training-code"
    INFERENCE_CODE = "inference-code"
    EVALUATION_CODE = "evaluation-code"
    DATA_PREPROCESSING_CODE = "data-preprocessing-code"
    SUPPORTING_LIBRARIES = "supporting-libraries"
    DATASETS = "datasets"
    EVALUATION_DATA = "evaluation-data"
    EVALUATION_RESULTS = "evaluation-results"
    MODEL_CARD = "model-card"
    DATA_CARD = "data-card"
    TECHNICAL_REPORT = "technical-report"
    RESEARCH_PAPER = "research-paper"
    SAMPLE_OUTPUTS = "sample-outputs"
    TOKENIZER = "tokenizer"
    VALIDATION_CODE = "validation-code"
    HYPERPARAMETER_SEARCH_CODE = "hyperparameter-search-code"
    TRAINING_CONFIGURATION = "training-configuration"
    OPTIMIZER_STATE = "optimizer-state"
    TRAINING_LOGS = "training-logs"


class Kind(StrEnum):
    """What a model was made to be."""

    BASE = "base"
    INSTRUCT = "instruct"
    CHAT = "chat"
    REWARD = "reward"
    EMBEDDING = "embedding"
    ENCODER = "encoder"
    ENCODER_DECODER = "encoder-decoder"
    DIFFUSION = "diffusion"
    ADAPTER = "adapter"
    CLASSIFIER = "classifier"
    OTHER = "other"


class Modality(StrEnum):
    """Kinds of content that go in or come out."""

    TEXT = "text"
    CODE = "code"
    IMAGE = "image"
    AUDIO = "audio"
    SPEECH = "speech"
    VIDEO = "video"
    THREE_D = "3d"
    EMBEDDING = "embedding"
    OTHER = "other"


class VariantFact(StrEnum):
    """Facts of a variant that may be undisclosed or unknown."""

    PARAMETERS = "parameters"
    ACTIVE_PARAMETERS = "active_parameters"
    TRAINING_TOKENS = "training_tokens"
    UNIQUE_TOKENS = "unique_tokens"
    EPOCHS = "epochs"
    CONTEXT_LENGTH = "context_length"
    COMPUTE = "compute"
    HARDWARE = "hardware"
    GPU_HOURS = "gpu_hours"


class ComputeBasis(StrEnum):
    """Where a number of floating-point operations comes from."""

    STATED = "stated"
    HARDWARE = "hardware"


class ComputeScope(StrEnum):
    """Which part of training a number of floating-point operations speaks of."""

    RUN = "run"
    CUMULATIVE = "cumulative"
    MODIFICATION = "modification"


class Relation(StrEnum):
    """How a model was made from another."""

    FINETUNE = "finetune"
    ADAPTER = "adapter"
    MERGE = "merge"
    QUANTIZED = "quantized"
    COPY = "copy"
    DISTILLED = "distilled"
    OUTPUTS = "outputs"


class Stage(StrEnum):
    """The stage of training in which data was used."""

    PRETRAINING = "pretraining"
    CONTINUED_PRETRAINING = "continued-pretraining"
    MIDTRAINING = "midtraining"
    FINETUNING = "finetuning"
    SFT = "sft"
    PREFERENCE = "preference"
    REINFORCEMENT = "reinforcement"
    DISTILLATION = "distillation"
    SAFETY = "safety"
    UNKNOWN = "unknown"


class DataClass(StrEnum):
    """OSI's four classes of training data, and two ways of not knowing."""

    OPEN = "open"
    PUBLIC = "public"
    OBTAINABLE = "obtainable"
    UNSHAREABLE = "unshareable"
    UNDISCLOSED = "undisclosed"
    UNKNOWN = "unknown"


class Completeness(StrEnum):
    """Whether a list of training sets is the whole list."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    UNKNOWN = "unknown"


class Facet(StrEnum):
    """What a description of data can tell."""

    PROVENANCE = "provenance"
    SCOPE = "scope"
    COLLECTION = "collection"
    SELECTION = "selection"
    LABELLING = "labelling"
    PROCESSING = "processing"


class Assertion(StrEnum):
    """What a publisher's words on openness come down to, so that facts can judge them."""

    OPEN_SOURCE = "open-source"
    OPEN_WEIGHTS = "open-weights"
    OPEN_LICENSE = "open-license"
    OPEN_SCIENCE = "open-science"
    PUBLIC_WEIGHTS = "public-weights"
    PUBLIC_DATA = "public-data"
    PUBLIC_TRAINING_CODE = "public-training-code"
    REPRODUCIBLE = "reproducible"
    COMMERCIAL_USE = "commercial-use"
    NON_COMMERCIAL = "non-commercial"
    NO_LIMITS = "no-limits"


class UsageFacet(StrEnum):
    """What information for users can tell."""

    CAPABILITIES = "capabilities"
    LIMITATIONS = "limitations"
    INTEGRATION = "integration"


class Asserter(StrEnum):
    """Who says it."""

    PUBLISHER = "publisher"
    HOST = "host"
    THIRD_PARTY = "third-party"


class GateMode(StrEnum):
    """How a gate opens."""

    AUTO = "auto"
    MANUAL = "manual"
    UNKNOWN = "unknown"


class GateField(StrEnum):
    """What a gate wants to know."""

    ACCEPTANCE = "acceptance"
    CONTACT = "contact"
    NAME = "name"
    EMAIL = "email"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    BIRTHDAY = "birthday"
    PURPOSE = "purpose"
    USERNAME = "username"
    OTHER = "other"


class Monetisation(StrEnum):
    """Ways in which access to a model is paid for."""

    PRICE = "price"
    DUAL_LICENSE = "dual-license"
    PAID_SUPPORT = "paid-support"
    ADVERTISING = "advertising"
    PAID_HOSTING_ONLY = "paid-hosting-only"
    PERSONAL_DATA = "personal-data"


class SizeUnit(StrEnum):
    """What the size of a dataset counts."""

    BYTES = "bytes"
    TOKENS = "tokens"
    WORDS = "words"
    DOCUMENTS = "documents"
    IMAGES = "images"
    PAIRS = "pairs"
    LINKS = "links"
    EXAMPLES = "examples"
    CONVERSATIONS = "conversations"
    HOURS = "hours"


class Derivation(StrEnum):
    """How a dataset was made from another."""

    SUBSET = "subset"
    FILTERED = "filtered"
    DEDUPLICATED = "deduplicated"
    TRANSLATED = "translated"
    MIXTURE = "mixture"
    ANNOTATED = "annotated"
    REWRITTEN = "rewritten"
