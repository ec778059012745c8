"""PDF pages: glyphs to segments of lines, segments to columns, lines and paragraphs."""
