namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>The kinds of page of parquet.thrift, with its numbers.</summary>
enum PageKind
{
    Data = 0,
    Index = 1,
    Dictionary = 2,
    DataV2 = 3,
}

/// <summary>PageHeader of parquet.thrift. Sizes in bytes, none negative.</summary>
/// <param name="Kind">Which of the kinds.</param>
/// <param name="Uncompressed">Size of the page after decompression, levels included.</param>
/// <param name="Compressed">Size in the file, header left out.</param>
/// <param name="Crc">CRC-32 of the bytes in the file, or null.</param>
/// <param name="Values">Values, unknown ones included.</param>
/// <param name="Encoding">Of the values.</param>
/// <param name="LevelEncoding">Of the definition levels; always RLE in version 2.</param>
/// <param name="Nulls">Unknown values, said in version 2 only.</param>
/// <param name="DefinitionBytes">Bytes of definition levels, never compressed, in version 2.</param>
/// <param name="RepetitionBytes">Bytes of repetition levels, in version 2.</param>
/// <param name="IsCompressed">Whether the values of a page of version 2 are compressed.</param>
readonly record struct PageHeader(
    PageKind Kind,
    int Uncompressed,
    int Compressed,
    int? Crc,
    int Values,
    int Encoding,
    int LevelEncoding,
    int? Nulls,
    int DefinitionBytes,
    int RepetitionBytes,
    bool IsCompressed)
{
    /// <summary>Reads a header; the second value is its length.</summary>
    /// <exception cref="ParquetFormatException">CorruptPage; also where <paramref name="bytes"/> holds only the start of the header.</exception>
    public static (PageHeader Header, int Length) Read(ReadOnlySpan<byte> bytes, ParquetPlace place)
    {
        var thrift = new ThriftCompactReader(bytes, place, ParquetFault.CorruptPage);
        var header = new PageHeader((PageKind)(-1), -1, -1, null, -1, -1, Encodings.Rle, null, 0, 0, true);
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            switch (thrift.FieldId)
            {
                case 1:
                    header = header with { Kind = (PageKind)thrift.ReadInt32() };
                    break;
                case 2:
                    header = header with { Uncompressed = thrift.ReadInt32() };
                    break;
                case 3:
                    header = header with { Compressed = thrift.ReadInt32() };
                    break;
                case 4:
                    header = header with { Crc = thrift.ReadInt32() };
                    break;
                // A dictionary has the first two fields of a data page.
                case 5 or 7:
                    header = ReadData(ref thrift, header, levels: thrift.FieldId == 5);
                    break;
                case 8:
                    header = ReadDataV2(ref thrift, header);
                    break;
                default:
                    thrift.Skip();
                    break;
            }
        }

        thrift.LeaveStruct(outer);
        var needsValues = header.Kind != PageKind.Index;
        if (!Enum.IsDefined(header.Kind) || header.Uncompressed < 0 || header.Compressed < 0 || (needsValues && header.Values < 0) || header.DefinitionBytes < 0 || header.RepetitionBytes < 0)
            throw place.IsCorrupt("an impossible page header");
        return (header, thrift.Position);
    }

    static PageHeader ReadData(ref ThriftCompactReader thrift, PageHeader header, bool levels)
    {
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            switch (thrift.FieldId)
            {
                case 1:
                    header = header with { Values = thrift.ReadInt32() };
                    break;
                case 2:
                    header = header with { Encoding = thrift.ReadInt32() };
                    break;
                case 3 when levels:
                    header = header with { LevelEncoding = thrift.ReadInt32() };
                    break;
                default:
                    thrift.Skip();
                    break;
            }
        }

        thrift.LeaveStruct(outer);
        return header;
    }

    static PageHeader ReadDataV2(ref ThriftCompactReader thrift, PageHeader header)
    {
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            switch (thrift.FieldId)
            {
                case 1:
                    header = header with { Values = thrift.ReadInt32() };
                    break;
                case 2:
                    header = header with { Nulls = thrift.ReadInt32() };
                    break;
                case 4:
                    header = header with { Encoding = thrift.ReadInt32() };
                    break;
                case 5:
                    header = header with { DefinitionBytes = thrift.ReadInt32() };
                    break;
                case 6:
                    header = header with { RepetitionBytes = thrift.ReadInt32() };
                    break;
                case 7:
                    header = header with { IsCompressed = thrift.ReadBoolean() };
                    break;
                default:
                    thrift.Skip();
                    break;
            }
        }

        thrift.LeaveStruct(outer);
        return header;
    }
}
