#!/usr/bin/env python3
"""Style that a machine can check. Each ban names its replacement; the budgets may only shrink.

Run from the root of the checkout: python3 tools/tidy.py [--measure]
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PURE = ('base', 'schema', 'policy', 'domain', 'sheet', 'document', 'demo')
BANNED = {
    '<fstream>': 'take bytes as a parameter', '<iostream>': 'return text; cli prints',
    '<filesystem>': 'take bytes as a parameter', '<thread>': 'the caller in app owns threads',
    '<mutex>': 'the caller in app owns threads', '<random>': 'take a seed or port::Random',
    'time(nullptr': 'take port::Clock', '::now(': 'take port::Clock', 'getenv': 'take a parameter',
    'sqlite3': 'only store/sqlite', 'libpq': 'only store/postgres', 'boost/asio': 'only http',
    'std::locale': 'text helpers in base/text.h', 'strtod': 'to_scaled in base/text.h',
}
BUDGETS = ROOT / 'tools' / 'budgets.json'  # how often an exception is allowed; may not grow
FUNCTION_LINES_MAX = 70
FILE_LINES_MAX = 600  # one idea may take more, within the budget of long_files
PINYIN = re.compile(r'\b\w*(pinkun|fupin|nonghu|hukou|dibao|tekun|taizhang_|xiaohao|zhengce)\w*\b', re.I)
MACRO = re.compile(r'^\s*#\s*define\s+(\w+)', re.M)
MACROS_ALLOWED = {'RETURN_IF_ERROR', 'ASSIGN_OR_RETURN', 'ASSIGN_OR_RETURN_', 'CHECK', 'TZ_CONCAT', 'TZ_CONCAT_'}


def sources(*suffixes):
    listed = subprocess.run(['git', 'ls-files', '-co', '--exclude-standard'], cwd=ROOT, capture_output=True,
                            text=True, check=True).stdout.split('\n')
    return [ROOT / name for name in sorted(set(listed)) if name.endswith(suffixes) and (ROOT / name).is_file()]


def code_only(text):
    """The text without comments and string contents, line structure kept."""
    def blank(match):
        return re.sub(r'[^\n]', ' ', match.group(0))
    text = re.sub(r'R"(\w*)\((?:.|\n)*?\)\1"', blank, text)
    return re.sub(r'//[^\n]*|/\*(?:.|\n)*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', blank, text)


OPENER = re.compile(r'\)\s*(?:const|noexcept|override|mutable|->[^{;]*|:[^{;]*(?:\{[^{}]*\}[^{;]*)*|\s)*$')


def functions(text):
    """(first line, number of lines) of each function body, lambdas within a function not counted apart."""
    text = code_only(text)
    out, stack, start = [], [], 0
    for i, c in enumerate(text):
        if c == '{':
            head = text[start:i]
            is_function = bool(OPENER.search(head)) and not any(kind for kind, _ in stack) \
                and not re.search(r'\b(namespace|class|struct|enum)\b[^()]*$', head)
            first = text.count('\n', 0, start + len(head) - len(head.lstrip())) + 1 if is_function else 0
            stack.append((is_function, first))
            start = i + 1
        elif c == '}':
            if stack:
                kind, first = stack.pop()
                if kind:
                    out.append((first, text.count('\n', 0, i) + 2 - first))
            start = i + 1
        elif c == ';' and not any(kind for kind, _ in stack):
            start = i + 1
    return out


def check_file(path, text, counts, problems):
    name = path.relative_to(ROOT).as_posix()
    folder = name.split('/')[1] if name.startswith('src/') else ''
    body = code_only(text)
    is_test = name.endswith(('_test.cc', '_bench.cc')) or name.startswith(('tests/', 'bench/'))
    if folder in PURE and not is_test:
        for banned, instead in BANNED.items():
            if banned in body or (banned[0] == '<' and re.search(r'#\s*include\s+' + re.escape(banned), text)):
                problems.append(f'{name}: {banned} in a pure folder; instead: {instead}')
    for macro in MACRO.findall(body):
        if macro not in MACROS_ALLOWED:
            problems.append(f'{name}: macro {macro}; instead: a constant, a function or a table')
    for word in ('FIXME', 'TODO', 'XXX'):
        if re.search(rf'\b{word}\b', text):
            problems.append(f'{name}: {word} left; do it or file it')
    if PINYIN.search(body):
        problems.append(f'{name}: transliteration {PINYIN.search(body).group(0)!r}; use docs/glossary.md')
    if name.endswith('.h') and not text.startswith('//'):
        problems.append(f'{name}: a header begins with a comment that says what it is')
    counts['long_files'] += text.count('\n') > FILE_LINES_MAX
    counts['scope_everything'] += body.count('Scope::everything(') if not is_test else 0
    counts['nolint'] += text.count('NOLINT')
    lengths = functions(text)
    for line, length in lengths:
        if length > FUNCTION_LINES_MAX and not is_test:
            problems.append(f'{name}:{line}: a function of {length} lines; split it ({FUNCTION_LINES_MAX} at most)')
    return [] if is_test else [length for _, length in lengths]


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else 0


def main():
    counts = {'scope_everything': 0, 'nolint': 0, 'long_files': 0}
    problems, lengths, files = [], [], []
    for path in sources('.h', '.cc'):
        text = path.read_text(encoding='utf-8')
        lengths += check_file(path, text, counts, problems)
        files.append(text.count('\n'))
    for path in sources('.md'):
        titles = re.findall(r'^# ', re.sub(r'```.*?```', '', path.read_text(encoding='utf-8'), flags=re.S), re.M)
        if len(titles) != 1:
            problems.append(f'{path.relative_to(ROOT)}: {len(titles)} titles; one "# " a page')
    budgets = json.loads(BUDGETS.read_text())
    for name, count in counts.items():
        if count > budgets[name]:
            problems.append(f'{name}: {count}, allowed {budgets[name]} (tools/budgets.json); remove some')
    for problem in problems:
        print(problem)
    print(f'tidy: {len(files)} files, {len(lengths)} functions: median {percentile(lengths, .5)}, '
          f'p90 {percentile(lengths, .9)}, longest {max(lengths, default=0)}; {len(problems)} wrong')
    median, p90 = percentile(lengths, .5), percentile(lengths, .9)
    if median > 6 or p90 > 25:
        print('tidy: functions have grown: median at most 6 lines, p90 at most 25')
        return True
    return bool(problems)


if __name__ == '__main__':
    sys.exit(main())
