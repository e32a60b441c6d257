using System.Buffers;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>Finds the identity, the reference and the group of a row. Column names of identities are the same in every format.</summary>
sealed class PersonColumns
{
    readonly TableScan _scan;
    readonly int _nir;
    readonly int _birthName;
    readonly int _usageName;
    readonly int _givenName;
    readonly int[] _givenNames;
    readonly int _sex;
    readonly int _birthPlace;
    readonly int _residence;
    readonly int _birthDate;
    readonly int _dateType;
    readonly int[] _reference;
    readonly int[] _group;
    readonly ArrayBufferWriter<byte> _birthNameText = new(64);
    readonly ArrayBufferWriter<byte> _usageNameText = new(64);
    readonly ArrayBufferWriter<byte> _givenNameText = new(64);
    readonly ArrayBufferWriter<byte> _givenNamesText = new(96);
    readonly ArrayBufferWriter<byte> _referenceText = new(64);

    public PersonColumns(TableScan scan, TableFormat table)
    {
        _scan = scan;
        _nir = scan.IndexOf("nir");
        _birthName = scan.IndexOf("nom_naissance");

        // A landlord or CCAS has one column `nom`, often the usage name.
        _usageName = First("nom_usage", "nom");
        _givenName = First("prenom1", "prenom");
        _givenNames = [_givenName, scan.IndexOf("prenom2"), scan.IndexOf("prenom3")];
        _sex = scan.IndexOf("sexe");
        _birthPlace = scan.IndexOf("commune_naissance");
        _residence = First("commune_residence", "commune");
        _birthDate = scan.IndexOf("date_naissance");
        _dateType = scan.IndexOf("type_date_naissance");
        _reference = [.. table.Reference.Select(scan.IndexOf)];
        _group = [.. table.Group.Select(scan.IndexOf)];
    }

    /// <summary>The local reference of the current row in UTF-8, parts joined with <c>|</c>; valid until the next call.</summary>
    public ReadOnlySpan<byte> Reference() => Join(_reference);

    /// <summary>The group reference of the current row; empty when the person stands alone.</summary>
    public ReadOnlySpan<byte> Group()
    {
        foreach (var column in _group)
        {
            if (!_scan.Raw(column).IsEmpty)
                return Join(_group);
        }

        return default;
    }

    /// <summary>Birth date of the current row; default when unknown.</summary>
    public BirthDate Birth() => BirthDate.TryRead(_scan.Raw(_birthDate), out var date) ? date : default;

    /// <summary>Reads all that tolerant linkage compares in the current row. A 1 January said to be a default is an unknown day.</summary>
    public void Read(IdentityForms forms, CommuneTable communes)
    {
        _givenNamesText.Clear();
        foreach (var column in _givenNames)
        {
            _scan.AppendText(column, _givenNamesText);
            _givenNamesText.Write(" "u8);
        }

        var cells = new IdentityCells
        {
            BirthName = Text(_birthName, _birthNameText),
            UsageName = Text(_usageName, _usageNameText),
            GivenNames = _givenNamesText.WrittenSpan,
            Sex = _scan.Raw(_sex),
            BirthPlace = _scan.Raw(_birthPlace),
            Residence = _scan.Raw(_residence),
        };
        var birth = Birth();
        forms.Read(cells, IsDayByDefault && birth.IsNewYear ? new BirthDate(birth.Year, 0, 0) : birth, communes);
    }

    /// <summary>Reads the identity of the current row.</summary>
    public void Read(CanonicalIdentity identity)
    {
        identity.Read(
            _scan.Raw(_nir), Text(_birthName, _birthNameText), Text(_usageName, _usageNameText), Text(_givenName, _givenNameText), Birth(), IsDayByDefault);
    }

    bool IsDayByDefault => _scan.Raw(_dateType) is [(byte)'J'] or [(byte)'O'];

    ReadOnlySpan<byte> Join(int[] columns)
    {
        _referenceText.Clear();
        for (var i = 0; i < columns.Length; i++)
        {
            if (i > 0)
                _referenceText.Write("|"u8);
            _scan.AppendText(columns[i], _referenceText);
        }

        return _referenceText.WrittenSpan;
    }

    ReadOnlySpan<byte> Text(int column, ArrayBufferWriter<byte> buffer)
    {
        buffer.Clear();
        _scan.AppendText(column, buffer);
        return buffer.WrittenSpan;
    }

    int First(string name, string other) => _scan.IndexOf(name) is >= 0 and var index ? index : _scan.IndexOf(other);
}
