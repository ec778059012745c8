"""The one way any decision of a person is written."""
