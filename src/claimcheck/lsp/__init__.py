"""The language server: findings where the text is written, through what a :class:`Bench` may do."""
