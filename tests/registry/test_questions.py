"""Twenty questions that readers of articles ask, each answered by one command."""

import pytest

from openness.cli.main import run


@pytest.fixture
def ask(capsys, project, monkeypatch):
    """Run a command on the registry of this project and return what it printed."""
    monkeypatch.setenv("OPENNESS_REGISTRY", str(project / "registry"))
    monkeypatch.setenv("COLUMNS", "140")

    def call(*words):
        with pytest.raises(SystemExit) as ended:
            run(list(words))
        assert not ended.value.code
        return " ".join(capsys.readouterr().out.split())

    return call


QUESTIONS = {
    "Which of these may I use commercially?": (
        ("find", "--where", "commercial-use=yes", "--columns", "id"),
        ("cerebras/cerebras-gpt", "databricks/dolly-v2", "eleutherai/pythia", "mosaicml/mpt-7b", "tii/falcon-40b"),
        ("meta/llama", "stanford/alpaca-7b", "openai/gpt-4", "lmsys/vicuna-v1.1", "mosaicml/mpt-7b-chat"),
    ),
    "May I use Llama 2 commercially?": (
        ("show", "Llama 2"),
        ("Use it commercially? ~ conditional", "700 million monthly active users"),
        (),
    ),
    "Whose training data can I download?": (
        ("find", "--where", "data=public", "--columns", "id"),
        ("databricks/dolly-v2", "eleutherai/pythia", "stanford/alpaca-7b"),
        ("meta/llama-2", "openai/gpt-3", "mistralai/mistral-7b-v0.1"),
    ),
    "Which were trained compute-optimally?": (
        ("find", "--where", "band=compute-optimal", "--columns", "id"),
        ("cerebras/cerebras-gpt", "deepmind/chinchilla"),
        ("meta/opt-175b", "bigscience/bloom"),
    ),
    "How many tokens per parameter had Chinchilla, and how many GPT-3?": (
        ("find", "--where", "id~chinchilla or (id~gpt-3 and parameters>170B)", "--columns", "name,tokens-per-parameter,band"),
        ("Chinchilla 20 compute-optimal", "GPT-3 1.72 under-trained"),
        (),
    ),
    "What did LLaMA's terms do to Alpaca?": (
        ("show", "Alpaca"),
        ("Use it commercially? - no", "LicenseRef-llama-1", "(through meta/llama)", "finetune of meta/llama#7b"),
        (),
    ),
    "What do OpenAI's terms say of Alpaca's data?": (
        ("show", "Alpaca"),
        ("holds outputs of OpenAI API (text-davinci-003)", "not to develop models that compete with OpenAI"),
        (),
    ),
    "Which models learned from ChatGPT?": (
        ("find", "--where", "outputs-of~chatgpt", "--columns", "id"),
        ("lmsys/vicuna-v1.1", "lmsys/vicuna-v1.5", "mosaicml/mpt-7b-chat"),
        ("databricks/dolly-v2",),
    ),
    "What was made from LLaMA?": (
        ("find", "--where", "base~meta/llama#", "--columns", "id"),
        ("lmsys/vicuna-v1.1", "stanford/alpaca-7b"),
        ("meta/code-llama",),
    ),
    "Whose size is a secret?": (("find", "--where", "undisclosed=parameters", "--columns", "id"), ("openai/gpt-4",), ("openai/gpt-3",)),
    "How large is GPT-4?": (("show", "GPT4"), ("8k undisclosed undisclosed",), ()),
    "Under which terms did Falcon-40B come out?": (
        ("find", "--where", "id~falcon-40b", "--columns", "license,past-license"),
        ("Apache-2.0 LicenseRef-tii-falcon-llm-1.0",),
        (),
    ),
    "Which of the MPT-7B models are not for business?": (
        ("find", "--where", "family=mpt-7b and commercial-use!=yes", "--columns", "id,license"),
        ("mosaicml/mpt-7b-chat CC-BY-NC-SA-4.0",),
        ("storywriter", "instruct"),
    ),
    "Who calls open source what is not?": (
        ("find", "--where", "not-borne-out=open-source or in-part=open-source", "--columns", "id"),
        ("tii/falcon-40b", "bigscience/bloom", "mistralai/mistral-7b-v0.1"),
        ("eleutherai/pythia",),
    ),
    "Which models were trained on the Pile?": (
        ("find", "--where", "dataset~pile", "--columns", "id"),
        ("cerebras/cerebras-gpt", "eleutherai/gpt-j-6b", "eleutherai/gpt-neox-20b", "eleutherai/pythia"),
        ("meta/llama-2",),
    ),
    "Who published checkpoints of the run?": (
        ("find", "--where", "checkpoints=public", "--columns", "id"),
        ("eleutherai/pythia", "allenai/olmoe-1b-7b-0924"),
        ("meta/llama-2", "mosaicml/mpt-7b", "eleutherai/gpt-neox-20b"),
    ),
    "What keeps Llama 2 from being Open Source AI?": (
        ("explain", "llama 2", "osaid-1.0"),
        ("Verdict: - Not Open Source AI", "LicenseRef-llama-2"),
        (),
    ),
    "Which licenses of this kind bind the uses I may make?": (
        ("find", "--where", "license~rail", "--columns", "id,license"),
        ("bigscience/bloom LicenseRef-bigscience-bloom-rail-1.0", "compvis/stable-diffusion-v1"),
        ("tii/falcon-40b",),
    ),
    "What may others do with databricks-dolly-15k?": (("show", "databricks-dolly-15k"), ("CC-BY-SA-3.0",), ()),
    "How do the models of Figure 1 compare?": (
        ("compare", "GPT-4", "Chinchilla", "OPT-175B", "Pythia", "Cerebras-GPT"),
        ("* weights closed closed partial open open", "compute-optimal", "undisclosed", "LicenseRef-opt-175b"),
        (),
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_by_one_command(ask, question):
    words, expected, unexpected = QUESTIONS[question]
    printed = ask(*words)
    for text in expected:
        assert text in printed, printed
    for text in unexpected:
        assert f" {text} " not in f" {printed} ", printed
