"""The self-test of console_check: a check that cannot fail proves nothing, so each kind of
difference must be seen, and only those."""
import contextlib
import io
import os
import tempfile

CASE = r"""Text with a $ sign.

```text input
a\x00é\xff\e (esc)
 $ no command
b (no-eol)
```

```yaml deep/file.yaml
- 1
```

```console
$ cat input; echo "$SOURCE/x $EXAMPLES $DATA $PWD" >&2
a\x00é\xff\e (esc)
 $ no command
b (no-eol)
2> $SOURCE/x $EXAMPLES $DATA $PWD
$ for i in 1 2; do
>   echo "$i" \
    x
> done; y=7; false
1 x
2 x
? 1
$ echo $? $y; cat deep/file.yaml; echo >&2
1 7
- 1
2>
$ printf '$ a\n2> b\n? 3\n```\nc (esc)\n\n\\d'
\x24 a (esc)
\x32> b (esc)
\x3f 3 (esc)
\x60`` (esc)
c \x28esc) (esc)

\d (no-eol)
$ printf '> a\n> b\n'; exit 3
\x3e a (esc)
> b
? 3
```
""".replace(r"c \x28esc) (esc)", "c (esc) (esc)")

FAMILY = """```text shared
s
```

## one

```console
$ cat shared; touch left
s
```

## two

```text own
o
```

```console
$ ls; cat shared
own
shared
s
```
"""

# (what, from, to): the case with one thing changed, which must be seen.
CHANGES = [
    ("another letter on stdout", "\n1 x\n", "\n1 y\n"),
    ("a letter without its accent", "a\\x00é\\xff\\e (esc)\n $ no command\nb (no-eol)\n2>",
     "a\\x00e\\xff\\e (esc)\n $ no command\nb (no-eol)\n2>"),
    ("another byte", "\\xff\\e (esc)\n $ no command\nb (no-eol)\n2>",
     "\\xfe\\e (esc)\n $ no command\nb (no-eol)\n2>"),
    ("another byte in an input", "a\\x00é\\xff\\e (esc)\n $ no command\nb (no-eol)\n```",
     "a\\x00é\\xfe\\e (esc)\n $ no command\nb (no-eol)\n```"),
    ("a line end too many", "b (no-eol)\n2>", "b\n2>"),
    ("a line too many", "\n2 x\n", "\n2 x\n3 x\n"),
    ("a line too few", "\n2 x\n", "\n"),
    ("a blank line too many", "\n2 x\n", "\n2 x\n\n"),
    ("a blank too many", "\n2 x\n", "\n2 x \n"),
    ("a message where none is expected", "2>\n", ""),
    ("no message where one is expected", "1 x\n2 x\n", "1 x\n2 x\n2> x\n"),
    ("stdout for stderr", "2> $SOURCE", "$SOURCE"),
    ("another status", "? 3\n```\n", "? 4\n```\n"),
    ("failure where success is expected", "? 1\n", ""),
    ("success where failure is expected", "$ echo $? $y; cat deep/file.yaml; echo >&2\n1 7\n- 1\n2>\n",
     "$ echo $? $y; cat deep/file.yaml; echo >&2\n1 7\n- 1\n2>\n? 1\n"),
    ("a command after 'exit'", "; exit 3\n", "; exit 3\n? 3\n$ true\n"),
    ("a command that bash cannot read", "done; y=7", "y=7"),
    ("a block that is not closed", "? 3\n```\n", "? 3\n"),
    ("a block without a name", "```text input", "```text"),
    ("a file outside the folder", "```text input", "```text ../input"),
    ("an unknown escape", "a\\x00", "a\\q"),
    ("output before the first command", "```console\n", "```console\nx\n"),
    ("no command", CASE[CASE.index("```console"):], ""),
    ("an indented block", "```console\n", " ```console\n"),
]

DOCUMENT = """Text.
```sh
exit 1
```
```console
$ printf "a*é\\n\\n[b]\\n"; x=1
a*é

[b]

$ echo "$x" \\
  c >&2; false
1 c
$ echo $?
1
```
More $ text.
"""

# (what, lines of a console block, whether they pass)
DOCUMENTS = [
    ("output where none is shown", "$ echo a", False),
    ("a line too few", "$ echo a; echo b\na", False),
    ("a line too many", "$ echo a\na\nb", False),
    ("any lines", "$ seq 9\n1\n...\n8\n9", True),
    ("any lines, of which there are none", "$ seq 2\n1\n...\n2\n...", True),
    ("any lines in several places", "$ seq 9\n...\n2\n...\n5\n6\n...", True),
    ("any lines, then a wrong one", "$ seq 9\n1\n...\n8", False),
    ("lines in the wrong order", "$ seq 9\n...\n6\n...\n3\n...", False),
    ("any lines, but not half a line", "$ echo 1; echo 23; echo 4\n1\n...\n3\n4", False),
    ("one line that is asked for twice", "$ echo 1\n1\n...\n1", False),
    ("a folder of the source", "$ ls -d data\ndata", True),
]


class Tester:
    def __init__(self, check, folder):
        self.check, self.folder, self.wrong = check, folder, 0

    def file(self):
        with open(self.folder + "/case.md", encoding="utf-8") as file:
            return file.read()

    def expect(self, passes, what, text=None, **options):
        if text is not None:
            with open(self.folder + "/case.md", "w", encoding="utf-8") as file:
                file.write(text)
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            said = self.check(self.folder + "/case.md", self.folder + "/a b'c", "/bin/true",
                              **options)
        self.require(passes == (not said), f"{'failed' if said else 'passed'}: {what}\n{said}")

    def require(self, holds, what):
        if not holds:
            print("console_check:", what)
            self.wrong += 1


def run(check):
    os.environ.pop("SPBE_UPDATE_GOLDENS", None)
    with tempfile.TemporaryDirectory() as folder:
        tester = Tester(check, folder)
        cases(tester)
        documents(tester)
        updates(tester)
        os.chdir("/")
    if not tester.wrong:
        print("the check of consoles sees every kind of difference")
    return 1 if tester.wrong else 0


def cases(tester):
    tester.expect(True, "a case as it should be", CASE)
    for what, old, new in CHANGES:
        tester.require(CASE.count(old) >= 1, f"there is no {old!r} in the case")
        tester.expect(False, what, CASE.replace(old, new, 1))
    tester.expect(True, "a family", FAMILY)
    tester.expect(True, "one case of a family", FAMILY.replace("touch left\ns", "touch left\nx"),
                  only="two")
    tester.expect(False, "the other case of a family", only="one")
    tester.expect(False, "a case that is not there", only="three")
    tester.expect(False, "two cases of one name", FAMILY.replace("## two", "## one"))
    tester.expect(False, "a case without a command", FAMILY + "\n## three\n")
    saved = dict(os.environ)
    os.environ.update(NO_COLOR="1", COLUMNS="9", LANG="id_ID.UTF-8", PYTHONPATH="/")
    os.environ.pop("ASAN_OPTIONS", None)
    os.environ.pop("UBSAN_OPTIONS", None)
    names = "DATA EXAMPLES HOME LC_ALL PATH PWD SHLVL SOURCE _"
    tester.expect(True, "a clean environment",
                  f"```console\n$ env | cut -d= -f1 | sort | paste -sd ' '; pwd\n{names}\n$PWD\n"
                  "$ sh -c 'kill -PIPE $$'\n? 141\n```\n")
    os.environ.clear()
    os.environ.update(saved)


def documents(tester):
    tester.expect(True, "a document", DOCUMENT, is_document=True)
    for old, new in (("a*é", "a*e"), ("a*é", "*"), ("[b]\n", "[b]\nx\n"), ("1 c\n", "")):
        before, after = DOCUMENT.split("x=1")
        tester.expect(False, f"{new!r} for {old!r}", before + "x=1" + after.replace(old, new, 1),
                      is_document=True)
    for what, block, passes in DOCUMENTS:
        tester.expect(passes, what, f"```console\n{block}\n```\n", is_document=True)
    tester.expect(False, "a block that is not closed", "```console\n$ true\n", is_document=True)
    tester.expect(False, "an indented block", "  ```console\n  $ true\n  ```\n", is_document=True)


def updates(tester):
    os.environ["SPBE_UPDATE_GOLDENS"] = "1"
    bare = "".join(line + "\n" for line in CASE.split("\n")[:-1]
                   if not line.startswith(("1", "2", "\\", "c (", "? ", "> b")))
    tester.expect(True, "an update", bare)
    tester.require(tester.file() == CASE, f"the update wrote this:\n{tester.file()}")
    tester.expect(True, "an update of a document",
                  DOCUMENT.replace("[b]\n\n", "[c]\n\n").replace("1 c\n", ""), is_document=True)
    tester.require(tester.file() == DOCUMENT, f"the update wrote this:\n{tester.file()}")
    os.environ.pop("SPBE_UPDATE_GOLDENS")
    tester.expect(True, "the same after its update", is_document=True)
    os.environ["SPBE_UPDATE_GOLDENS"] = "1"
    tester.expect(False, "an update where any lines stand", "```console\n$ echo a\n...\nb\n```\n",
                  is_document=True)
    os.environ.pop("SPBE_UPDATE_GOLDENS")
