using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>
/// The attributes of a row in the form in which they leave: dates as days, amounts rounded to the euro, communes as current ones, health-related
/// codes as neutral classes. Encoded for the spools as, per attribute, a byte (0 = unknown) and the value; decoded into columns.
/// </summary>
sealed class AttributeCodec
{
    readonly FieldFormat[] _fields;
    readonly int[] _columns;
    readonly bool[] _isCommune;
    readonly (byte[] Code, byte[] Neutral)[][] _classes;
    readonly CommuneTable _communes;
    readonly TableScan _scan;
    readonly ArrayBufferWriter<byte> _text = new(64);

    public AttributeCodec(TablePlan plan, TableScan scan, CommuneTable communes)
    {
        _scan = scan;
        _communes = communes;
        _fields = [.. plan.Shipped];
        _columns = [.. _fields.Select(field => scan.IndexOf(field.Name))];
        _isCommune = [.. _fields.Select(field => field.CustomChecks.Contains("french-commune-insee-value"))];
        _classes = [.. _fields.Select(ClassesOf)];
    }

    /// <summary>Column names and physical types of the attributes.</summary>
    public IEnumerable<ColumnField> Schema => _fields.Select(shipped => new ColumnField(shipped.Name, KindOf(shipped.Type)));

    /// <summary>Appends the attributes of the current row.</summary>
    public void Encode(ArrayBufferWriter<byte> output)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            var value = _scan.Raw(_columns[i]);
            switch (_fields[i].Type)
            {
                case FieldType.Entier:
                    PutInt32(output, FieldText.TryInteger(value, out var number) ? number : null);
                    break;
                case FieldType.Montant:
                    PutInt64(output, FieldText.TryAmount(value, out var cents) ? FieldText.RoundToEuro(cents) : null);
                    break;
                case FieldType.Mois:
                    PutInt32(output, FieldText.TryMonth(value, out var month) ? month.Index : null);
                    break;
                case FieldType.Date:
                    PutInt32(output, BirthDate.TryRead(value, out var date) && date.IsComplete ? new DateOnly(date.Year, date.Month, date.Day).DayNumber : null);
                    break;
                default:
                    PutText(output, i, value);
                    break;
            }
        }
    }

    /// <summary>Appends encoded attributes to the columns that start at <paramref name="first"/>.</summary>
    /// <param name="encoded">What <see cref="Encode"/> made.</param>
    /// <param name="batch">Where to.</param>
    /// <param name="first">Position of the first attribute.</param>
    /// <param name="withheld">Whether what depends on the composition of the group becomes unknown.</param>
    public void Decode(ReadOnlySpan<byte> encoded, Batch batch, int first, bool withheld)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            var column = batch.Columns[first + i];
            var known = encoded[0] != 0;
            encoded = encoded[1..];
            var hidden = !known || (withheld && _fields[i].DependsOnComposition);
            if (hidden)
                column.AppendNull();
            if (!known)
                continue;
            switch (column.Field.Kind)
            {
                case ColumnKind.Int32:
                    if (!hidden)
                        column.Append(BinaryPrimitives.ReadInt32LittleEndian(encoded));
                    encoded = encoded[sizeof(int)..];
                    break;
                case ColumnKind.Int64:
                    if (!hidden)
                        column.Append(BinaryPrimitives.ReadInt64LittleEndian(encoded));
                    encoded = encoded[sizeof(long)..];
                    break;
                default:
                    var length = BinaryPrimitives.ReadUInt16LittleEndian(encoded);
                    if (!hidden)
                        column.Append(encoded.Slice(sizeof(ushort), length));
                    encoded = encoded[(sizeof(ushort) + length)..];
                    break;
            }
        }
    }

    static (byte[] Code, byte[] Neutral)[] ClassesOf(FieldFormat shipped)
        => [.. shipped.Classes.Select(pair => (Encoding.UTF8.GetBytes(pair.Key), Encoding.UTF8.GetBytes(pair.Value)))];

    static ColumnKind KindOf(FieldType type) => type switch
    {
        FieldType.Entier or FieldType.Date or FieldType.Mois => ColumnKind.Int32,
        FieldType.Montant => ColumnKind.Int64,
        _ => ColumnKind.Utf8,
    };

    static void PutInt32(ArrayBufferWriter<byte> output, int? value)
    {
        output.Write([value is null ? (byte)0 : (byte)1]);
        if (value is not { } known)
            return;
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), known);
        output.Advance(sizeof(int));
    }

    static void PutInt64(ArrayBufferWriter<byte> output, long? value)
    {
        output.Write([value is null ? (byte)0 : (byte)1]);
        if (value is not { } known)
            return;
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), known);
        output.Advance(sizeof(long));
    }

    void PutText(ArrayBufferWriter<byte> output, int field, ReadOnlySpan<byte> value)
    {
        output.Write([value.IsEmpty ? (byte)0 : (byte)1]);
        if (value.IsEmpty)
            return;
        _text.Clear();
        if (_isCommune[field])
            CommuneCode.AppendCurrent(value, _communes, _text);
        else
            _scan.AppendText(_columns[field], _text);
        var text = Neutral(field, _text.WrittenSpan);
        BinaryPrimitives.WriteUInt16LittleEndian(output.GetSpan(sizeof(ushort)), checked((ushort)text.Length));
        output.Advance(sizeof(ushort));
        output.Write(text);
    }

    ReadOnlySpan<byte> Neutral(int field, ReadOnlySpan<byte> code)
    {
        foreach (var (own, neutral) in _classes[field])
        {
            if (code.SequenceEqual(own))
                return neutral;
        }

        return code;
    }
}
