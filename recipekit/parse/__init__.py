"""Source → Recipe and diagnostics; the only room that knows Markdown, YAML and TOML."""
