"""What the reports in Python share."""


def display(number):
    if len(number) == 12 and number.startswith("+1"):
        return f"+1 ({number[2:5]}) {number[5:8]}-{number[8:]}"
    return number
