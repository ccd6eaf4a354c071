"""The questionnaire on paper, as a form to fill and as a spreadsheet, and the way back."""
