"""Is everything small enough to be read at one go?"""

from tests.house.source import files, functions, text


def test_no_module_is_longer_than_400_lines():
    sizes = {str(path): len(text(path).splitlines()) for path in (*files("bihuan", ".py"), *files("tests", ".py"))}

    assert {path: lines for path, lines in sizes.items() if lines > 400} == {}


def test_no_function_is_longer_than_60_lines():
    sizes = {
        f"{path}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in files("bihuan", ".py")
        for function in functions(path)
    }

    assert {name: lines for name, lines in sizes.items() if lines > 60} == {}
