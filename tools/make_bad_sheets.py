#!/usr/bin/env python3
"""Makes the spreadsheets of tests/import/files/ that are small enough to make: good ones in every
shape that programs write them, and broken ones in every way that offices meet. What must be read
from the good ones is in tests/import/sheet_cells.tsv, what must be said about the broken ones in
tests/import/sheet_errors.tsv.

Run from the root of the checkout: python3 tools/make_bad_sheets.py
old.xls was made once with an office program and is kept as it is; the broken .xls come from it.
"""
import io
import pathlib
import struct
import zipfile

OUT = pathlib.Path('tests/import/files')
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def relations(*targets):
    items = ''.join(f'<Relationship Id="rId{i}" Type="{REL}/{kind}" Target="{target}"/>'
                    for i, (kind, target) in enumerate(targets, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{items}</Relationships>'


def workbook(*names, more='', attributes=''):
    sheets = ''.join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"{" " + state if state else ""}/>'
                     for i, (name, state) in enumerate(names, 1))
    return (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}">{more}<workbookPr{attributes}/>'
            f'<sheets>{sheets}</sheets></workbook>')


def sheet(rows, more='', main=MAIN):
    return f'{HEAD}<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{more}</worksheet>'


STYLES = (f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="3">'
          '<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>'
          '<numFmt numFmtId="165" formatCode="[$-804]0.00_);[Red]\\(0.00\\)"/>'
          '<numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>'
          '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
          '<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>'
          '<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="57"/></cellXfs></styleSheet>')


def parts(sheet_xml, strings=None, styles=True, **others):
    targets = [('worksheet', 'worksheets/sheet1.xml')]
    files = {'_rels/.rels': relations(('officeDocument', 'xl/workbook.xml')),
             'xl/workbook.xml': workbook(('户', '')),
             'xl/worksheets/sheet1.xml': sheet_xml}
    if strings is not None:
        targets.append(('sharedStrings', 'sharedStrings.xml'))
        files['xl/sharedStrings.xml'] = f'{HEAD}<sst xmlns="{MAIN}">{strings}</sst>'
    if styles:
        targets.append(('styles', 'styles.xml'))
        files['xl/styles.xml'] = STYLES
    files['xl/_rels/workbook.xml.rels'] = relations(*targets)
    files.update(others.get('replace', {}))
    return {name: data for name, data in files.items() if data is not None}


def packed(files, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, compress_type=method)
    return out.getvalue()


def write(name, data):
    (OUT / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def text(reference, value, attributes=''):
    return f'<c r="{reference}"{attributes} t="inlineStr"><is><t>{value}</t></is></c>'


SMALL = sheet('<row r="1">' + text('A1', '姓名') + '</row>')


def good_xlsx():
    strings = ('<si><t>户主姓名</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 文本</t></r>'
               '<rPh sb="0" eb="1"><t>FU</t></rPh></si><si><t>甲&amp;乙_x000D_\n第二行</t></si><si/>'
               '<si><t>_x005F_x4E2D_ &#x20BB7;&lt;</t></si>')
    rows = ('<row r="1" spans="1:5"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>'
            '<c r="D1" t="s"><v>2</v></c><c r="E1" t="s"><v>3</v></c><c r="F1" t="s"><v>4</v></c></row>'
            '<row r="3"><c r="A3"><v>1.0</v></c><c r="B3"><v>4.3052419700101E+17</v></c>'
            '<c r="C3"><v>0.30000000000000004</v></c><c r="D3"><v>1234.5600000000002</v></c>'
            '<c r="E3"><v>430524197001010123</v></c><c r="F3"><v>-1.5E-3</v></c><c r="G3"><v>-0</v></c>'
            '<c r="H3" s="3"><v>7.10</v></c><c r="I3"><v>1E3</v></c><c r="J3"><v>9.9999999999999995</v></c></row>'
            '<row r="4"><c r="A4" s="1"><v>45278</v></c><c r="B4" s="2"><v>45278.354166666664</v></c>'
            '<c r="C4" s="4"><v>1.5</v></c><c r="D4" s="1"><v>59</v></c><c r="E4" s="1"><v>60</v></c>'
            '<c r="F4" s="1"><v>61</v></c><c r="G4" s="1"><v>-3</v></c><c r="H4" s="5"><v>45261</v></c>'
            '<c r="I4" t="d"><v>2023-12-18T00:00:00</v></c><c r="J4" t="d"><v>2023-12-18T08:30:00Z</v></c></row>'
            '<row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="b"><v>0</v></c><c r="C5" t="e"><v>#N/A</v></c>'
            '<c r="D5" t="str"><f>A1&amp;"x"</f><v>甲&#10;x</v></c><c r="E5"><f>1+1</f><v>2</v></c>'
            '<c r="F5"><f>SUM(A1:A2)</f></c>' + text('G5', ' 前后空格 ') + '<c r="H5" s="1"/></row>'
            '<row><c><v>7</v></c><c t="inlineStr"><is><r><t>两</t></r><r><t>段</t></r></is></c></row>'
            '<row r="9"><c r="B9"><!-- note --><v>8</v></c><c r="C9" t="str"><v><![CDATA[<原样>]]></v></c></row>')
    merges = '<mergeCells count="2"><mergeCell ref="C9:D9"/><mergeCell ref="A1:B2"/></mergeCells>'
    write('all_cells.xlsx', packed(parts(sheet(rows, merges), strings)))
    # As other programs write: absolute targets, prefixes, stored parts, strict namespace, no styles, backslashes.
    prefixed = (f'<x:worksheet xmlns:x="{STRICT}"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is>'
                "<x:t>前缀</x:t></x:is></x:c><x:c r='C2'><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>")
    names = {'_rels/.rels': relations(('officeDocument', '/book/main.xml')),
             'book/main.xml': workbook(('一', ''), ('藏', 'state="hidden"'), ('图', '')),
             'book/_rels/main.xml.rels': relations(('worksheet', '/data\\first.xml'.replace('\\', '/')),
                                                   ('worksheet', '../data/second.xml'), ('chartsheet', 'c.xml')),
             'data\\First.xml': '\ufeff' + prefixed,
             'data/second.xml': sheet('<row r="1"><c r="A1"><v>1</v></c></row>'), 'book/c.xml': '<chartsheet/>'}
    write('other_program.xlsx', packed(names, zipfile.ZIP_STORED))
    dated = parts(sheet('<row r="1"><c r="A1" s="1"><v>43816</v></c></row>'))
    dated['xl/workbook.xml'] = workbook(('户', ''), attributes=' date1904="1"')
    write('from_1904.xlsx', packed(dated))


def bad_xlsx():
    whole = (OUT / 'all_cells.xlsx').read_bytes()
    write('truncated.xlsx', whole[:len(whole) // 2])
    cut = sheet('<row r="1">' + text('A1', '姓名') + '</row><row r="2"><c r="A2"><v>1')
    write('cut_inside.xlsx', packed(parts(cut[:cut.index('<v>1') + 4])))
    flipped = bytearray(whole)
    at = whole.index(b'xl/worksheets/sheet1.xml') + len('xl/worksheets/sheet1.xml') + 40
    flipped[at] ^= 0x55
    write('damaged.xlsx', bytes(flipped))
    locked = bytearray(packed(parts(SMALL)))
    for mark, offset in ((b'PK\x03\x04', 6), (b'PK\x01\x02', 8)):
        at = locked.find(mark)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(mark, at + 4)
    write('zip_password.xlsx', bytes(locked))
    write('bomb_texts.xlsx', packed(parts(SMALL, ('<si><t>' + '0' * 5000 + '</t></si>') * 6000)))
    lol = ''.join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 9))
    entities = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "lol">{lol}]>'
    bomb = sheet('<row r="1">' + text('A1', '&l8;') + '</row>').replace(HEAD, entities)
    write('entity_bomb.xlsx', packed(parts(bomb)))
    write('entity_bomb_book.xlsx', packed(parts(SMALL, replace={
        'xl/workbook.xml': workbook(('户', '')).replace(HEAD, entities)})))
    write('unknown_entity.xlsx', packed(parts(sheet('<row r="1">' + text('A1', '&nbsp;') + '</row>'))))
    write('wrong_tags.xlsx', packed(parts(sheet('<row r="1"><c r="A1"><v>1</c></v></row>'))))
    write('utf16_part.xlsx', packed(parts(SMALL.replace('UTF-8', 'UTF-16').encode('utf-16'))))
    write('gbk_part.xlsx', packed(parts(SMALL.encode('gbk'))))
    write('no_sheet.xlsx', packed(parts(SMALL, replace={'xl/workbook.xml': workbook()})))
    write('missing_sheet.xlsx', packed(parts(SMALL, replace={'xl/worksheets/sheet1.xml': None})))
    write('missing_relation.xlsx', packed(parts(SMALL, replace={
        'xl/workbook.xml': workbook(('户', ''), ('人', ''), ('丢', ''))})))
    write('missing_text.xlsx', packed(parts(sheet('<row r="1"><c r="A1" t="s"><v>3</v></c></row>'), '<si/>')))
    write('cell_twice.xlsx', packed(parts(sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'))))
    write('row_order.xlsx', packed(parts(sheet('<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'))))
    write('too_wide.xlsx', packed(parts(sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'))))
    write('long_text.xlsx', packed(parts(sheet('<row r="2">' + text('B2', '长' * 32768) + '</row>'))))
    write('deep.xlsx', packed(parts(sheet('<x>' * 300 + '</x>' * 300))))
    write('document.docx', packed({'_rels/.rels': relations(('officeDocument', 'word/document.xml')),
                                   'word/document.xml': '<w/>'}))
    write('archive.zip', packed({'户.csv': 'a,b'}))
    write('binary.xlsb', packed({'xl/workbook.bin': b'\x01'}))
    write('open_document.ods', packed({'mimetype': 'application/vnd.oasis.opendocument.spreadsheet',
                                       'content.xml': '<x/>'}))
    write('empty.xlsx', b'')
    write('pdf.xlsx', b'%PDF-1.7\n1 0 obj\n')
    write('picture.xlsx', b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR')
    write('program_data.xlsx', bytes(range(256)) * 4)


def compound(streams):
    """A compound file (the container of xls, doc and encrypted files) with streams of whole sectors."""
    sectors, table, entries = [], [], []

    def chain(data):
        first = len(sectors)
        for at in range(0, len(data), 512):
            sectors.append(data[at:at + 512].ljust(512, b'\0'))
            table.append(len(sectors))
        table[-1] = 0xFFFFFFFE
        return first

    def entry(name, kind, first, size, child=0xFFFFFFFF):
        raw = (name + '\0').encode('utf-16-le')
        return (raw.ljust(64, b'\0') + struct.pack('<HBBIII', len(raw), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
                + bytes(36) + struct.pack('<IQ', first, size))

    for name, data in streams.items():
        entries.append(entry(name, 2, chain(data.ljust(4096, b'\0')), max(len(data), 4096)))
    directory = chain(b''.join([entry('Root Entry', 5, 0xFFFFFFFE, 0, 1), *entries]))
    table.append(0xFFFFFFFD)
    sectors.append(b''.join(struct.pack('<I', n) for n in table).ljust(512, b'\xff'))
    header = (b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(16) + struct.pack('<HHHHH', 0x3E, 3, 0xFFFE, 9, 6)
              + bytes(10) + struct.pack('<IIIIIIIII', 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0,
                                        len(sectors) - 1))
    return header.ljust(512, b'\xff') + b''.join(sectors)


def record(kind, body):
    return struct.pack('<HH', kind, len(body)) + body


def old_stream(head=b'', cells=b'', version=0x600):
    """A workbook in the old format with one sheet of the given records."""
    begin = record(0x809, struct.pack('<HHHHII', version, 5, 0, 0, 0, 0))
    page = record(0x809, struct.pack('<HHHHII', version, 0x10, 0, 0, 0, 0)) + cells + record(0x0A, b'')
    name = '户'.encode('utf-16-le')
    start = len(begin) + len(head) + 4 + 8 + len(name) + 4
    listing = record(0x85, struct.pack('<IBBBB', start, 0, 0, 1, 1) + name)
    return begin + head + listing + record(0x0A, b'') + page


def label(row, column, value):
    return record(0x204, struct.pack('<HHHHB', row, column, 0, len(value), 1) + value.encode('utf-16-le'))


def xls():
    whole = (OUT / 'old.xls').read_bytes()
    write('truncated.xls', whole[:len(whole) * 2 // 3])
    write('truncated_head.xls', whole[:300])
    write('password.xls', compound({'Workbook': old_stream(record(0x2F, bytes(6)), label(0, 0, '姓名'))}))
    write('encrypted.xlsx', compound({'EncryptionInfo': b'\4\0\4\0@', 'EncryptedPackage': bytes(4096)}))
    write('excel95.xls', compound({'Book': old_stream(version=0x500)}))
    write('document.doc', compound({'WordDocument': b'\xec\xa5'}))
    write('other.xls', compound({'Contents': b'x'}))
    # Texts that go on in a second record, in another width; numbers in each packing; rows out of order.
    half = struct.pack('<IIHB', 2, 2, 6, 1) + '甲乙丙'.encode('utf-16-le')
    rest = b'\0' + b'abc' + struct.pack('<HB', 2, 0) + b'no'
    head = record(0xFC, half) + record(0x3C, rest) + record(0xE0, struct.pack('<HH', 0, 14).ljust(20, b'\0'))
    cells = (label(4, 0, '后写的行') + record(0xFD, struct.pack('<HHHI', 0, 0, 9, 0))
             + record(0xFD, struct.pack('<HHHI', 0, 1, 9, 1))
             + record(0xBD, struct.pack('<HHHiHiH', 1, 2, 9, (12345 << 2) | 3, 0, (45278 << 2) | 2, 3))
             + record(0x203, struct.pack('<HHHd', 2, 0, 9, 4.30524197001010e17))
             + record(0x205, struct.pack('<HHHBB', 2, 1, 9, 1, 0)) + record(0x205, struct.pack('<HHHBB', 2, 2, 9, 42, 1))
             + record(0x06, struct.pack('<HHHBBBBBBHHIH', 2, 3, 9, 0, 0, 0, 0, 0, 0, 0xFFFF, 0, 0, 0))
             + record(0x207, struct.pack('<HB', 2, 1) + '结果'.encode('utf-16-le'))
             + record(0x06, struct.pack('<HHHdHIH', 2, 4, 9, 0.1 + 0.2, 0, 0, 0))
             + record(0xE5, struct.pack('<HHHHH', 1, 0, 1, 2, 5)))
    write('packed.xls', compound({'Workbook': old_stream(head, cells)}))
    write('bad_text_number.xls', compound({'Workbook': old_stream(b'', record(0xFD, struct.pack('<HHHI', 3, 1, 0, 7)))}))


def texts():
    table = '户编号,姓名,备注\n4304,"张,三","第一行\n第二行"\n4305,李四,"他说""好"""\n'
    write('utf8.csv', table)
    write('utf8_bom.csv', '\ufeff' + table.replace('\n', '\r\n'))
    write('gb18030.csv', table.replace('\n', '\r').encode('gb18030') + '4306,王䶮𠮷,€\r'.encode('gb18030') + b'4307,\x80\r')
    write('utf16.csv', table.replace(',', '\t').encode('utf-16'))
    write('tabs.xls', '序号\t证件号码\t地址\n1\t="430401197001010017"\t一组,东头;西头\n\n2\t\'=1\t二组,南头\n')
    write('semicolons.csv', '序号;金额\n1;1,5\n2;2,25\n')
    write('bad_utf8.csv', '户主姓名,证件号码,家庭住址,致贫原因\n张三李四王五赵六,4304,'.encode() + b'\xe5\xbc,x\n')
    write('bad_gb18030.csv', '户主姓名\n张三,'.encode('gb18030') + b'\xc0\xff\n')
    write('cut_gb18030.csv', '户主姓名\n张三'.encode('gb18030')[:-1])
    write('open_quote.csv', '户编号,姓名\n4304,"张三\n4305,李四\n')
    write('web_page.xls', '\ufeff\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table>')
    write('web_table.xls', '<TABLE border=1><TR><TD>1</TD></TR></TABLE>')
    write('web_archive.xls', 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n')
    write('xml_2003.xls', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')
    write('blank.csv', ' \r\n\r\n')


if __name__ == '__main__':
    good_xlsx()
    bad_xlsx()
    xls()
    texts()
