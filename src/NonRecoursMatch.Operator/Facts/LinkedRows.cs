using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Linkage;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Walks the persons of a package in step with what the stage <c>links</c> says of each, those of a range of groups.</summary>
sealed class LinkedRows : IDisposable
{
    readonly ColumnFileReader _persons;
    readonly ColumnFileReader _links;
    readonly Column _groups;
    readonly Column _keys;
    readonly Column _kinds;
    readonly Column _scopes;
    readonly Partition _range;
    long _ahead;
    int _link = -1;

    public LinkedRows(ReceivedPackage package, string linksFolder, Partition range)
    {
        _range = range;
        _persons = package.Open(PackageTables.PersonnesFile);
        _links = new ColumnFileReader(Path.Combine(linksFolder, LinkFile.NameFor(package.Source.Id)));
        _groups = Persons[PackageTables.Groupe];
        (_keys, _kinds, _scopes) = (_links.Batch[LinkFile.Personne], _links.Batch[LinkFile.Lien], _links.Batch[LinkFile.Oppose]);
        var passed = _persons.SkipBelow(PackageTables.Groupe, range.Start);
        _ahead = passed - _links.SkipRows(passed);
    }

    /// <summary>Columns of the persons, the same objects for every block.</summary>
    public Batch Persons => _persons.Batch;

    /// <summary>Row of the current person in <see cref="Persons"/>.</summary>
    public int Row { get; private set; } = -1;

    /// <summary>Dossier, lease or household of the current person.</summary>
    public Key128 Groupe => _groups.Keys[Row];

    /// <summary>Person key; null when the person objected to everything and was removed.</summary>
    public Key128? Person => _keys.KeyOrNull(_link);

    /// <summary>How the record was attached.</summary>
    public LinkKind Kind => (LinkKind)_kinds.Int32[_link];

    /// <summary>Benefits that the person objects to.</summary>
    public int OpposedScope => _scopes.Int32[_link];

    /// <summary>Moves to the next person; false at the end.</summary>
    public bool Next()
    {
        do
        {
            if (!NextRow())
                return false;
        }
        while (Groupe < _range.Start);
        return !_range.IsBefore(Groupe);
    }

    public void Dispose()
    {
        _persons.Dispose();
        _links.Dispose();
    }

    bool NextRow()
    {
        if (++Row >= Persons.Length)
        {
            if (!_persons.Read())
                return false;
            Row = 0;
        }

        // Blocks of the two files need not have the same rows.
        for (var steps = _ahead + 1; steps > 0; steps--)
        {
            if (++_link < _links.Batch.Length)
                continue;
            _links.Read();
            _link = 0;
        }

        _ahead = 0;
        return true;
    }
}
