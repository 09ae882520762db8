"""What is said of experiments, a file for each kind. A part of the word list."""

from simcore.show.experiments.texts.failing import FAILING_TEXTS
from simcore.show.experiments.texts.parts import PARTS_TEXTS
from simcore.show.experiments.texts.sensitivity import SENSITIVITY_TEXTS
from simcore.show.experiments.texts.study import STUDY_TEXTS
from simcore.show.experiments.texts.sweep import SWEEP_TEXTS
from simcore.show.experiments.texts.tables import TABLE_TEXTS
from simcore.show.experiments.texts.threshold import THRESHOLD_TEXTS
from simcore.show.experiments.texts.versus import VERSUS_TEXTS

EXPERIMENT_TEXTS = {**FAILING_TEXTS, **PARTS_TEXTS, **SENSITIVITY_TEXTS, **STUDY_TEXTS,
                    **SWEEP_TEXTS, **TABLE_TEXTS, **THRESHOLD_TEXTS, **VERSUS_TEXTS}
