namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>Counts the bytes that the buffers of one reader hold together.</summary>
sealed class MemoryBudget(ParquetLimits limits)
{
    long _held;

    /// <summary>Makes room for a page in a buffer that is kept from page to page. What it held before is lost.</summary>
    /// <exception cref="ParquetFormatException">TooLarge.</exception>
    public void MakeRoom(ref byte[] buffer, long size, ParquetPlace place)
    {
        if (size > limits.Page)
            throw place.Is(ParquetFault.TooLarge, $"a page of {size} bytes, the limit is {limits.Page}");
        if (size <= buffer.Length)
            return;
        // Half as much again, so that pages that grow little by little do not each take new memory.
        size = Math.Min(limits.Page, size + (size / 2));
        Take(size - buffer.Length, place);
        buffer = GC.AllocateUninitializedArray<byte>((int)size);
    }

    /// <summary>Doubles a buffer whose content stays, at least to <paramref name="size"/> bytes.</summary>
    /// <exception cref="ParquetFormatException">TooLarge.</exception>
    public void Grow(ref byte[] buffer, long size, ParquetPlace place)
    {
        if (size > limits.Page)
            throw place.Is(ParquetFault.TooLarge, $"a dictionary of {size} bytes or more, the limit is {limits.Page}");
        size = Math.Min(limits.Page, Math.Max(size, 2L * buffer.Length));
        Take(size - buffer.Length, place);
        Array.Resize(ref buffer, (int)size);
    }

    /// <summary>Counts memory that the caller takes itself; negative when it is given back.</summary>
    /// <exception cref="ParquetFormatException">TooLarge.</exception>
    public void Take(long bytes, ParquetPlace place)
    {
        if (_held + bytes > limits.Total)
            throw place.Is(ParquetFault.TooLarge, $"pages and dictionaries of {_held + bytes} bytes at one time, the limit is {limits.Total}");
        _held += bytes;
    }
}
