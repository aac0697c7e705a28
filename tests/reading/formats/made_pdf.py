"""How does a test write a PDF? Lines of text on A4 pages, in a Chinese font that is named and not embedded."""

FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
    b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)
SIZE = 16


def line(text: str, left: float, top: float, size: float = SIZE) -> bytes:
    """A line with its base `top` points below the upper edge."""
    letters = text.encode("utf-16-be").hex()
    return f"BT /F {size} Tf {left} {842 - top} Td <{letters}> Tj ET\n".encode()


def pdf(*pages: bytes, locked: bool = False) -> bytes:
    """A file of these pages, each the drawing of its lines."""
    numbers = range(4, 4 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers).encode()
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[" + kids + b"]/Count " + str(len(pages)).encode() + b">>",
        3: FONT,
    }
    for number, drawing in zip(numbers, pages, strict=True):
        contents = f"/Contents {number + 1} 0 R".encode()
        objects[number] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>" + contents + b">>"
        )
        objects[number + 1] = f"<</Length {len(drawing)}>>\nstream\n".encode() + drawing + b"endstream"
    data, places = b"%PDF-1.4\n", []
    for number in sorted(objects):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    table = b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    password = b"00" * 32
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + password + b">/U<" + password + b">>>/ID[<00><00>]"
    trailer = b"<</Size " + str(len(objects) + 1).encode() + b"/Root 1 0 R" + (lock if locked else b"") + b">>"
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    return data + head + table + b"trailer\n" + trailer + f"\nstartxref\n{len(data)}\n%%EOF\n".encode()
