# The commands of this project. Each builds .venv first when that is missing or out of date.

MODEL ?= models/haarlems_gemak.yaml
WORKERS ?= 2

# scripts/make_venv.sh honours PYTHON, as in: make run PYTHON=python3.13
export PYTHON

.PHONY: help venv run compare test test-long test-kill validate docs answers bench clean distclean

help:
	@echo "make run        simulate $(MODEL)     (another: make run MODEL=...)"
	@echo "make compare    lay the three plans side by side, and make a page of it for the room"
	@echo "make test       run the tests, on $(WORKERS) processes"
	@echo "make test-long  run the tests that take long"
	@echo "make test-kill  kill experiments while they play, fifty times, and see that nothing is lost (some minutes)"
	@echo "make validate   compare the model with itself and with what was published (some minutes)"
	@echo "make docs       write what is generated in docs/ and README.md anew (half an hour)"
	@echo "make answers    play every experiment whole, and write what it found (two hours)"
	@echo "make bench      measure speed"
	@echo "make venv       only build .venv            (choose: make venv PYTHON=python3.13)"
	@echo "make clean      remove what was built, except .venv"
	@echo "make distclean  remove .venv too"

venv:
	@sh scripts/make_venv.sh

run: venv
	@.venv/bin/simwijk run "$(MODEL)"

compare: venv
	@.venv/bin/simwijk compare haarlems_gemak compiratie wijkonderneming

test: venv
	@.venv/bin/python -m pytest -n $(WORKERS)

test-long: venv
	@.venv/bin/python -m pytest -m long

test-kill: venv
	@.venv/bin/python -m pytest -s -m kill

validate: venv
	@.venv/bin/simwijk validate

docs: venv
	@.venv/bin/python scripts/rule_cards.py
	@.venv/bin/python scripts/mechanisms.py
	@.venv/bin/python scripts/plugins_measured.py
	@.venv/bin/python scripts/odd.py
	@.venv/bin/simwijk validate --lang en --write docs/validation.md
	@.venv/bin/python scripts/validated.py
	@.venv/bin/simwijk tensions --replications 30 --lang en --write docs
	@.venv/bin/python scripts/readme.py
	@.venv/bin/python scripts/screenshots.py
	@.venv/bin/python scripts/screenshots.py --lang en race

answers: venv
	@.venv/bin/python scripts/answers.py

bench: venv
	@.venv/bin/python benchmarks/bench.py

clean:
	@rm -rf build dist *.egg-info .pytest_cache .hypothesis
	@find . -name .venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	@rm -rf .venv
