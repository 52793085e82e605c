# Each target brings what it needs; git, make and Python 3.11 or newer are all that is presupposed.
PORT ?= 8000
UV := sh scripts/uv.sh
RUN := $(UV) run --quiet --frozen

.PHONY: help run test check bench services messages screenshots migrations-check

help: ## Say what each target does
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: ## Start the shop with the demonstration data on http://127.0.0.1:$(PORT)
	@$(UV) sync --quiet --frozen --no-dev --inexact
	@$(UV) run --quiet --frozen --no-sync python scripts/run.py --port $(PORT) $(if $(SERVICES),--services)

test: ## Run all tests, with PostgreSQL, Redis and Chromium of their own
	@$(UV) sync --quiet --frozen
	@$(UV) run --quiet --frozen --no-sync python scripts/test.py $(ARGS)

check: ## Lint, types, direction of imports, templates, migrations, deployment settings
	@$(UV) sync --quiet --frozen
	@$(UV) run --quiet --frozen --no-sync python scripts/check.py

bench: ## Measure, all or PARTS="pages lighthouse"; results in bench/results/
	@$(UV) sync --quiet --frozen
	@$(UV) run --quiet --frozen --no-sync python -m bench $(PARTS)

services: ## Start PostgreSQL and Redis for development, as the tests start them
	@$(UV) sync --quiet --frozen
	@$(UV) run --quiet --frozen --no-sync python scripts/services.py

screenshots: ## Take the pictures of the README from the running demonstration
	@$(UV) sync --quiet --frozen
	@$(UV) run --quiet --frozen --no-sync python scripts/screenshots.py

messages: ## Collect the texts to translate into locale/
	@$(RUN) python manage.py makemessages --locale en --no-wrap --no-obsolete --add-location file --ignore .venv --ignore tests --ignore bench --ignore var
