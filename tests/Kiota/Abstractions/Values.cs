using System.Globalization;

namespace Microsoft.Kiota.Abstractions;

public struct Date(DateTime dateTime)
{
    public Date(int year, int month, int day)
        : this(new DateTime(year, month, day))
    {
    }

    public DateTime DateTime { get; } = dateTime;

    public readonly int Year => DateTime.Year;

    public readonly int Month => DateTime.Month;

    public readonly int Day => DateTime.Day;

    public override readonly string ToString() => DateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public struct Time(DateTime dateTime)
{
    public DateTime DateTime { get; } = dateTime;

    public override readonly string ToString() => DateTime.ToString("HH\\:mm\\:ss", CultureInfo.InvariantCulture);
}
