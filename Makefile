# Peredacha. `make` alone lists what can be made.
.DEFAULT_GOAL := help
.PHONY: help run test fast lint messages postgres screenshots bench lock clean
BIN := .venv/bin

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: ## Set everything up and serve the site with the demo chapter on http://localhost:8000/
	@./bootstrap.sh prod
	@$(BIN)/peredacha serve --demo

test: ## Set everything up and run the whole check, exactly as CI does
	@./bootstrap.sh dev
	@tools/chromium.sh
	@tools/check.sh

fast: ## The quick part of the check: no browser, no PostgreSQL, nothing slow
	@./bootstrap.sh dev
	@tools/check.sh fast

lint: ## Format and lint
	@./bootstrap.sh dev
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

messages: ## Collect the texts of the pages into the catalogue
	@./bootstrap.sh dev
	@$(BIN)/python tools/messages.py

postgres: ## The part of the check that runs on a real PostgreSQL
	@./bootstrap.sh dev
	@tools/chromium.sh
	@$(BIN)/python tools/postgres.py

screenshots: ## Make the pictures of the README anew, by the journeys
	@./bootstrap.sh dev
	@tools/chromium.sh
	@SCREENSHOTS=docs/pictures $(BIN)/python -m pytest tests/journeys -k pictures

bench: ## Measure, in one run, against named peers; prints ratios
	@./bootstrap.sh dev
	@./bootstrap.sh bench
	@$(BIN)/python bench/run.py
	@$(BIN)/python bench/case.py

lock: ## Compile the hashed locks again
	@tools/lock.sh

clean: ## Remove what the other targets made
	@rm -rf .venv .venv-bench .tools var .mypy_cache .ruff_cache
