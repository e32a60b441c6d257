using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Linkage;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Walks the persons of a package in step with what the stage <c>links</c> says of each.</summary>
sealed class LinkedRows : IDisposable
{
    readonly ColumnFileReader _persons;
    readonly ColumnFileReader _links;
    readonly Column _groups;
    readonly Column _keys;
    readonly Column _kinds;
    readonly Column _scopes;
    int _link = -1;

    public LinkedRows(ReceivedPackage package, string workFolder)
    {
        _persons = package.Open(PackageTables.PersonnesFile);
        _links = new ColumnFileReader(Path.Combine(workFolder, LinkFile.NameFor(package.Source.Id)));
        _groups = Persons[PackageTables.Groupe];
        (_keys, _kinds, _scopes) = (_links.Batch[LinkFile.Personne], _links.Batch[LinkFile.Lien], _links.Batch[LinkFile.Oppose]);
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
        if (++Row >= Persons.Length)
        {
            if (!_persons.Read())
                return false;
            Row = 0;
        }

        if (++_link >= _links.Batch.Length)
        {
            _links.Read();
            _link = 0;
        }

        return true;
    }

    public void Dispose()
    {
        _persons.Dispose();
        _links.Dispose();
    }
}
