# SPDX-License-Identifier: Apache-2.0
"""Usage: validate.py SCHEMAS OUTPUT…: checks what the program wrote against its JSON Schemas, by a
validator that is not ours. An output is named after its schema: NAME.json, or NAME.ndjson with a
value a line; what stands before a dash counts it: 17-list.json. In one output of each kind and shape,
faults are planted: every one of them must be refused."""
import copy
import json
import pathlib
import sys

import jsonschema

Validator = jsonschema.Draft202012Validator


def validators(folder):
    """A validator for each schema, by its name."""
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    for schema in schemas.values():
        Validator.check_schema(schema)
    formats = jsonschema.FormatChecker()
    made = {}
    for name, schema in schemas.items():
        resolver = jsonschema.RefResolver(name, schema, store=schemas)
        made[name.removesuffix(".schema.json")] = Validator(
            schema, resolver=resolver, format_checker=formats)
    return made


def refuse_number(text):
    raise ValueError(f"{text} is no JSON")


def refuse_twice(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError(f"a name stands twice: {names}")
    return dict(pairs)


def values(path):
    """What stands in an output: one value, or one a line."""
    text = path.read_text("utf-8")
    parts = text.splitlines() if path.suffix == ".ndjson" else [text]
    for part in parts:
        yield json.loads(part, parse_constant=refuse_number, object_pairs_hook=refuse_twice)


def shortened(value):
    """With no list longer than two, so that planting takes no time."""
    if isinstance(value, dict):
        return {name: shortened(member) for name, member in value.items()}
    return [shortened(member) for member in value[:2]] if isinstance(value, list) else value


def places(value, place=()):
    yield place
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, member in members:
        yield from places(member, (*place, name))


def planted(value, known):
    """The value with one fault each: a member that nobody knows, and what is of another kind; in
    Atlas's own object, which may have any member, only what is of another kind than is known."""
    for place in places(value):
        if "bucket" in place[:-1] and place[-1] not in known:
            continue
        changed = copy.deepcopy(value)
        parent, here = None, changed
        for name in place:
            parent, here = here, here[name]
        if isinstance(here, dict) and "bucket" not in place:
            here["stray"] = 1
            yield f"{place}: a stray member", changed
            changed = copy.deepcopy(changed)
        if parent is not None:
            parent = changed
            for name in place[:-1]:
                parent = parent[name]
            parent[place[-1]] = [[]]
            yield f"{place}: another kind", changed


def main():
    kinds = validators(pathlib.Path(sys.argv[1]))
    known = kinds["bucket"].schema["properties"]["bucket"]["properties"]
    faults = []
    sown = set()
    for path in map(pathlib.Path, sys.argv[2:]):
        kind = path.stem.split("-")[-1]
        for value in values(path):
            for error in kinds[kind].iter_errors(value):
                faults.append(f"{path.name}: {error.json_path}: {error.message[:300]}")
            short = shortened(value)
            shape = (kind, frozenset(name for place in places(short) for name in place))
            if faults or shape in sown:
                continue
            sown.add(shape)
            for what, wrong in planted(short, known):
                if kinds[kind].is_valid(wrong):
                    faults.append(f"{kind}.schema.json lets through {what}")
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
