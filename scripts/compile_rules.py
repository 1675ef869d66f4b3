"""Write what a check reads at its start from the rules of the writing check: one file for each file of rules."""

from alongside.engines.writing._written import COMPILED, compiled_files

COMPILED.mkdir(exist_ok=True)
current = compiled_files()
for path, content in current.items():
    path.write_bytes(content)
for path in set(COMPILED.glob("*.json")) - current.keys():
    path.unlink()
