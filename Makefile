# What `sam build` calls for each function with `BuildMethod: makefile`: make build-<LogicalId> ARTIFACTS_DIR=<folder>.
# All functions are one executable, so the first target compiles it and the others copy it.

# Another processor than the project's own: make bootstrap RUNTIME_IDENTIFIER=linux-arm64
RUNTIME_IDENTIFIER ?=
BOOTSTRAP := artifacts/bootstrap/bootstrap
SOURCES := $(shell find src/Bootstrap src/Handlers src/Runtime src/Aws src/Generators Directory.Build.props Directory.Packages.props global.json \
	\( -name obj -o -name bin \) -prune -o -type f -print)

# `sam build --parallel` runs several of these at a time: one compiles, the others wait for it.
LOCKED := $(if $(shell command -v flock),flock artifacts/bootstrap.lock,)

.PHONY: bootstrap
bootstrap: $(BOOTSTRAP)

build-%:
	@mkdir -p artifacts
	@$(LOCKED) $(MAKE) --no-print-directory bootstrap
	@mkdir -p "$(ARTIFACTS_DIR)"
	cp $(BOOTSTRAP) "$(ARTIFACTS_DIR)/bootstrap"

$(BOOTSTRAP): $(SOURCES)
	dotnet publish src/Bootstrap -c Release $(addprefix -r ,$(RUNTIME_IDENTIFIER)) -o $(dir $@)
	@touch $@
