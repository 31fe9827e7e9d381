"""A tax number as its country writes it, under the name that it has there."""

from payments.tax_numbers.reading import TaxNumber, as_stated, kinds_of, read_tax_number

__all__ = ["TaxNumber", "as_stated", "kinds_of", "read_tax_number"]
