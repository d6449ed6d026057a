"""Words of the vocabulary as people say them."""

PERMISSION_QUESTIONS = {
    "commercial-use": "Use it commercially?",
    "modification": "Change it?",
    "fine-tuning": "Fine-tune it?",
    "distribution": "Pass it on?",
    "sublicensing": "License it on?",
    "service": "Offer it as a service?",
    "private-use": "Use it in private?",
    "output-use": "Use what it produces?",
    "training-on-outputs": "Train others on its output?",
}
