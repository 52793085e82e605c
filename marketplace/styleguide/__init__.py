"""The living catalogue of the theme's components, for those who build pages."""
