namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>A SchemaElement of parquet.thrift as it is in the file; null where a field is absent.</summary>
sealed class SchemaElement
{
    public int? Physical { get; private set; }

    public int TypeLength { get; private set; }

    public int? Repetition { get; private set; }

    public string? Name { get; private set; }

    public int Children { get; private set; }

    public int? Converted { get; private set; }

    public int? Scale { get; private set; }

    public int? Precision { get; private set; }

    /// <summary>The field of the LogicalType union that is set.</summary>
    public int? Logical { get; private set; }

    /// <summary>Field of TimeUnit that is set: 1 for milliseconds, 2 for microseconds, 3 for nanoseconds.</summary>
    public int? LogicalUnit { get; private set; }

    public bool LogicalUtc { get; private set; }

    public bool LogicalSigned { get; private set; } = true;

    /// <summary>Reads the current struct.</summary>
    public static SchemaElement Read(ref ThriftCompactReader thrift)
    {
        var element = new SchemaElement();
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            switch (thrift.FieldId)
            {
                case 1:
                    element.Physical = thrift.ReadInt32();
                    break;
                case 2:
                    element.TypeLength = thrift.ReadInt32();
                    break;
                case 3:
                    element.Repetition = thrift.ReadInt32();
                    break;
                case 4:
                    element.Name = thrift.ReadString();
                    break;
                case 5:
                    element.Children = thrift.ReadInt32();
                    break;
                case 6:
                    element.Converted = thrift.ReadInt32();
                    break;
                case 7:
                    element.Scale = thrift.ReadInt32();
                    break;
                case 8:
                    element.Precision = thrift.ReadInt32();
                    break;
                case 10:
                    element.ReadLogical(ref thrift);
                    break;
                default:
                    thrift.Skip();
                    break;
            }
        }

        thrift.LeaveStruct(outer);
        return element;
    }

    void ReadLogical(ref ThriftCompactReader thrift)
    {
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            Logical = thrift.FieldId;
            if (Logical is LogicalTypes.Decimal or LogicalTypes.Timestamp or LogicalTypes.Integer)
                ReadParameters(ref thrift);
            else
                thrift.Skip();
        }

        thrift.LeaveStruct(outer);
    }

    void ReadParameters(ref ThriftCompactReader thrift)
    {
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            switch (Logical, thrift.FieldId)
            {
                case (LogicalTypes.Decimal, 1):
                    Scale = thrift.ReadInt32();
                    break;
                case (LogicalTypes.Decimal, 2):
                    Precision = thrift.ReadInt32();
                    break;
                case (LogicalTypes.Timestamp, 1):
                    LogicalUtc = thrift.ReadBoolean();
                    break;
                case (LogicalTypes.Timestamp, 2):
                    ReadUnit(ref thrift);
                    break;
                case (LogicalTypes.Integer, 2):
                    LogicalSigned = thrift.ReadBoolean();
                    break;
                default:
                    thrift.Skip();
                    break;
            }
        }

        thrift.LeaveStruct(outer);
    }

    void ReadUnit(ref ThriftCompactReader thrift)
    {
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            LogicalUnit = thrift.FieldId;
            thrift.Skip();
        }

        thrift.LeaveStruct(outer);
    }
}
