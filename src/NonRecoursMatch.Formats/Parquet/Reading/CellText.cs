using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;

namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>
/// Values in canonical text: <c>-12</c>, <c>12.50</c> with exactly the decimals of its DECIMAL, <c>true</c>, <c>2026-01-31</c>,
/// <c>2026-01-31T08:30:00.5Z</c> (no fraction where it is zero, Z only for instants), floating-point numbers in the shortest form that reads
/// back the same, bytes of a fixed length in lower-case hexadecimal digits.
/// </summary>
static class CellText
{
    /// <summary>Bytes that suffice for every value that is neither text nor hexadecimal.</summary>
    public const int Longest = 64;

    const long DaySeconds = 86_400;
    const long DayNanos = DaySeconds * 1_000_000_000;
    const int EpochDayNumber = 719_162;
    const int EpochJulianDay = 2_440_588;

    /// <summary>Bytes that suffice for a value of the type that is not Text.</summary>
    public static int Room(ColumnType type) => type.Kind == CellKind.Hexadecimal ? 2 * type.Length : Longest;

    /// <summary>Writes a value; returns the bytes written.</summary>
    /// <param name="type">Not Text, whose value is its own text.</param>
    /// <param name="plain">The value as PLAIN stores it.</param>
    /// <param name="output">At least <see cref="Room"/> bytes.</param>
    /// <param name="place">For refusals.</param>
    /// <exception cref="ParquetFormatException">CorruptPage: a DECIMAL of no byte or of more than sixteen.</exception>
    public static int Write(ColumnType type, ReadOnlySpan<byte> plain, Span<byte> output, ParquetPlace place) => type.Kind switch
    {
        CellKind.Boolean => Copy(plain[0] == 0 ? "false"u8 : "true"u8, output),
        CellKind.Signed => Integer(Signed(plain), output),
        CellKind.Unsigned => Integer(Unsigned(plain), output),
        CellKind.Float => Number(BinaryPrimitives.ReadSingleLittleEndian(plain), output),
        CellKind.Double => Number(BinaryPrimitives.ReadDoubleLittleEndian(plain), output),
        CellKind.Date => Date(Signed(plain), output),
        CellKind.Decimal => Decimal(Unscaled(type, plain, place), type.Scale, output),
        CellKind.Timestamp => Timestamp(Signed(plain), type, output),
        CellKind.Int96 => Int96(plain, output),
        _ => Hexadecimal(plain, output),
    };

    static long Signed(ReadOnlySpan<byte> plain)
        => plain.Length == sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(plain) : BinaryPrimitives.ReadInt64LittleEndian(plain);

    static ulong Unsigned(ReadOnlySpan<byte> plain)
        => plain.Length == sizeof(int) ? BinaryPrimitives.ReadUInt32LittleEndian(plain) : BinaryPrimitives.ReadUInt64LittleEndian(plain);

    static int Copy(ReadOnlySpan<byte> text, Span<byte> output)
    {
        text.CopyTo(output);
        return text.Length;
    }

    static int Integer(long value, Span<byte> output)
    {
        Utf8Formatter.TryFormat(value, output, out var length);
        return length;
    }

    static int Integer(ulong value, Span<byte> output)
    {
        Utf8Formatter.TryFormat(value, output, out var length);
        return length;
    }

    static int Number<T>(T value, Span<byte> output)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(output, out var length, default, CultureInfo.InvariantCulture);
        return length;
    }

    // A day that no calendar of four-digit years has is given as its number of days since 1970: nobody takes that for a date.
    static int Date(long days, Span<byte> output)
    {
        if (days < -EpochDayNumber || days > DateOnly.MaxValue.DayNumber - EpochDayNumber)
            return Integer(days, output);
        DateOnly.FromDayNumber((int)(days + EpochDayNumber)).TryFormat(output, out var length, "O", CultureInfo.InvariantCulture);
        return length;
    }

    static int Timestamp(long value, ColumnType type, Span<byte> output)
    {
        var seconds = Math.DivRem(value, type.PerSecond, out var rest);
        if (rest < 0)
        {
            seconds--;
            rest += type.PerSecond;
        }

        var days = Math.DivRem(seconds, DaySeconds, out var second);
        if (second < 0)
        {
            days--;
            second += DaySeconds;
        }

        return Instant(days, second, rest, type.PerSecond, type.Utc, output);
    }

    // Nanoseconds of the day, then the Julian day: what Hive, Impala and old Spark wrote. It never says whether it is UTC.
    static int Int96(ReadOnlySpan<byte> plain, Span<byte> output)
    {
        var nanos = BinaryPrimitives.ReadUInt64LittleEndian(plain);
        var days = BinaryPrimitives.ReadInt32LittleEndian(plain[sizeof(long)..]) - (long)EpochJulianDay;
        if (nanos >= DayNanos)
            return Integer(days, output);
        var second = Math.DivRem((long)nanos, 1_000_000_000, out var rest);
        return Instant(days, second, rest, 1_000_000_000, utc: false, output);
    }

    static int Instant(long days, long second, long fraction, long perSecond, bool utc, Span<byte> output)
    {
        var length = Date(days, output);
        output[length++] = (byte)'T';
        length += TwoDigits(second / 3600, output[length..]);
        output[length++] = (byte)':';
        length += TwoDigits(second / 60 % 60, output[length..]);
        output[length++] = (byte)':';
        length += TwoDigits(second % 60, output[length..]);
        if (fraction > 0)
        {
            output[length++] = (byte)'.';
            for (var unit = perSecond / 10; fraction > 0; unit /= 10)
            {
                output[length++] = (byte)('0' + (fraction / unit));
                fraction %= unit;
            }
        }

        if (utc)
            output[length++] = (byte)'Z';
        return length;
    }

    static int TwoDigits(long value, Span<byte> output)
    {
        output[0] = (byte)('0' + (value / 10));
        output[1] = (byte)('0' + (value % 10));
        return 2;
    }

    // In byte arrays the highest byte comes first, in integers the lowest.
    static Int128 Unscaled(ColumnType type, ReadOnlySpan<byte> plain, ParquetPlace place)
    {
        if (type.Physical is PhysicalType.Int32 or PhysicalType.Int64)
            return Signed(plain);
        if (plain.Length is 0 or > 16)
            throw place.IsCorrupt("a DECIMAL of no byte or of more than sixteen");
        var value = (Int128)(sbyte)plain[0];
        foreach (var next in plain[1..])
            value = (value << 8) | next;
        return value;
    }

    static int Decimal(Int128 unscaled, int scale, Span<byte> output)
    {
        Span<byte> digits = stackalloc byte[Longest];
        var magnitude = unscaled < 0 ? (UInt128)(-unscaled) : (UInt128)unscaled;
        int count;
        if (magnitude <= ulong.MaxValue)
            Utf8Formatter.TryFormat((ulong)magnitude, digits, out count);
        else
            magnitude.TryFormat(digits, out count, default, CultureInfo.InvariantCulture);
        var length = 0;
        if (unscaled < 0)
            output[length++] = (byte)'-';
        var whole = count - scale;
        if (whole > 0)
            digits[..whole].CopyTo(output[length..]);
        else
            output[length] = (byte)'0';
        length += Math.Max(whole, 1);
        if (scale == 0)
            return length;
        output[length++] = (byte)'.';
        for (; whole < 0; whole++)
            output[length++] = (byte)'0';
        digits[whole..count].CopyTo(output[length..]);
        return length + count - whole;
    }

    static int Hexadecimal(ReadOnlySpan<byte> plain, Span<byte> output)
    {
        Convert.TryToHexStringLower(plain, output, out var length);
        return length;
    }
}
