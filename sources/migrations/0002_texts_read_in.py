import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('sources', '0001_library'),
    ]

    operations = [
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(help_text='Order in the file, from 1.')),
                ('anchor', models.CharField(help_text='Name in addresses, such as p53, n16 or s5-b.', max_length=80)),
                ('kind', models.CharField(choices=[('heading', 'Heading'), ('paragraph', 'Paragraph'), ('list_item', 'List item'), ('table_row', 'Table row'), ('note', 'Note')], help_text='What it is.', max_length=12)),
                ('level', models.PositiveSmallIntegerField(default=0, help_text='Depth of a heading, from 1; 0: no heading.')),
                ('label', models.CharField(blank=True, default='', help_text='Printed number or letter, bare.', max_length=40)),
                ('lead', models.CharField(blank=True, default='', help_text='What the file prints before the words: 53., (b), a bullet.', max_length=200)),
                ('text', models.TextField(help_text='The words, with line ends undone.')),
                ('first_line', models.PositiveIntegerField(help_text='First line in the file, from 1.')),
                ('last_line', models.PositiveIntegerField(help_text='Last line in the file.')),
                ('page', models.PositiveIntegerField(blank=True, help_text='Page that it begins on, where known.', null=True)),
                ('locator', models.CharField(help_text='Its place as locators are spelt.', max_length=200)),
                ('repairs', models.JSONField(blank=True, default=list, help_text='Words that the layout had split or joined: offset, printed, mended, why.')),
                ('document', models.ForeignKey(help_text='The innermost document whose words they are.', on_delete=django.db.models.deletion.PROTECT, related_name='passages', to='sources.document')),
                ('parent', models.ForeignKey(blank=True, help_text='The heading above it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='below', to='sources.passage')),
            ],
            options={
                'ordering': ('reading', 'position'),
            },
        ),
        migrations.CreateModel(
            name='Quotation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(db_collation='C', help_text='Permanent name of the row in addresses and files: lower-case words, dots, hyphens and up to three slashes. Never changed after creation.', max_length=120, unique=True)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('in_review', 'In review'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', help_text='Draft, in review, published or withdrawn. Visitors see published rows only.', max_length=12)),
                ('collection', models.CharField(blank=True, default='', help_text='Folder below fixtures/ that the row belongs to; empty for rows that are not shipped.', max_length=60)),
                ('note_public', models.TextField(blank=True, default='', help_text='A note that visitors read beside the row.')),
                ('note_internal', models.TextField(blank=True, default='', help_text='A note for the desk only; never public.')),
                ('row_version', models.PositiveIntegerField(default=1, editable=False, help_text="Counts the row's changes; the database raises it.")),
                ('is_public', models.BooleanField(default=False, editable=False, help_text='Whether visitors may see the row: published, as all that it points to. Kept by triggers.')),
                ('text', models.TextField(help_text='The words as quoted, with […] for what is left out and [word] for what is ours.')),
                ('exact', models.TextField(blank=True, default='', help_text='The words as the document has them (W3C text-quote selector).')),
                ('prefix', models.CharField(blank=True, default='', help_text='What stands just before them.', max_length=200)),
                ('suffix', models.CharField(blank=True, default='', help_text='What stands just after them.', max_length=200)),
                ('verdict', models.CharField(choices=[('exact', 'Found as they stand'), ('normalised', 'Found, marks and spaces aside'), ('not_found', 'Not found'), ('refused', 'Not checked')], default='refused', help_text='What the check found.', max_length=12)),
                ('reason', models.CharField(blank=True, default='', help_text='Why, where they were not found.', max_length=400)),
                ('checked_at', models.DateTimeField(blank=True, help_text='When they were last looked for.', null=True)),
                ('document', models.ForeignKey(help_text='The document that is quoted.', on_delete=django.db.models.deletion.PROTECT, related_name='quotations', to='sources.document')),
                ('first', models.ForeignKey(blank=True, help_text='The passage where the words begin.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quotations_from', to='sources.passage')),
                ('last', models.ForeignKey(blank=True, help_text='The passage where they end.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quotations_to', to='sources.passage')),
            ],
            options={
                'ordering': ('document', 'key'),
            },
        ),
        migrations.CreateModel(
            name='QuotationHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('key', models.CharField(db_collation='C', help_text='Permanent name of the row in addresses and files: lower-case words, dots, hyphens and up to three slashes. Never changed after creation.', max_length=120)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('in_review', 'In review'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', help_text='Draft, in review, published or withdrawn. Visitors see published rows only.', max_length=12)),
                ('collection', models.CharField(blank=True, default='', help_text='Folder below fixtures/ that the row belongs to; empty for rows that are not shipped.', max_length=60)),
                ('note_public', models.TextField(blank=True, default='', help_text='A note that visitors read beside the row.')),
                ('note_internal', models.TextField(blank=True, default='', help_text='A note for the desk only; never public.')),
                ('row_version', models.PositiveIntegerField(default=1, editable=False, help_text="Counts the row's changes; the database raises it.")),
                ('text', models.TextField(help_text='The words as quoted, with […] for what is left out and [word] for what is ours.')),
                ('exact', models.TextField(blank=True, default='', help_text='The words as the document has them (W3C text-quote selector).')),
                ('prefix', models.CharField(blank=True, default='', help_text='What stands just before them.', max_length=200)),
                ('suffix', models.CharField(blank=True, default='', help_text='What stands just after them.', max_length=200)),
                ('verdict', models.CharField(choices=[('exact', 'Found as they stand'), ('normalised', 'Found, marks and spaces aside'), ('not_found', 'Not found'), ('refused', 'Not checked')], default='refused', help_text='What the check found.', max_length=12)),
                ('reason', models.CharField(blank=True, default='', help_text='Why, where they were not found.', max_length=400)),
                ('checked_at', models.DateTimeField(blank=True, help_text='When they were last looked for.', null=True)),
                ('document', models.ForeignKey(db_constraint=False, help_text='The document that is quoted.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.document')),
                ('first', models.ForeignKey(blank=True, db_constraint=False, help_text='The passage where the words begin.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.passage')),
                ('last', models.ForeignKey(blank=True, db_constraint=False, help_text='The passage where they end.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.passage')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='sources.quotation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(help_text='Name of the file.', max_length=200)),
                ('sha256', models.CharField(help_text='SHA-256 of the file, in lower-case hexadecimal digits.', max_length=64)),
                ('encoding', models.CharField(help_text="How the file's letters are coded.", max_length=20)),
                ('layout', models.CharField(help_text='The layout that it was read by.', max_length=30)),
                ('lines', models.PositiveIntegerField(help_text='How many lines it has; line locators count in them.')),
                ('furniture', models.JSONField(blank=True, default=list, help_text='What pages carry that is no part of the text: line, words and reason.')),
                ('warnings', models.JSONField(blank=True, default=list, help_text='What the reader was not sure of.')),
                ('proposals', models.JSONField(blank=True, default=list, help_text='Printed facts about the document, for an editor to confirm.')),
                ('parts', models.JSONField(blank=True, default=list, help_text='Documents that it seems to hold, with the lines of each.')),
                ('read_at', models.DateTimeField(help_text='When it was read in.')),
                ('read_by', models.CharField(blank=True, default='', help_text='Account of who read it in.', max_length=150)),
                ('document', models.ForeignKey(help_text='The document whose file it is.', on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='sources.document')),
            ],
            options={
                'ordering': ('document',),
            },
        ),
        migrations.AddField(
            model_name='passage',
            name='reading',
            field=models.ForeignKey(help_text='The reading that made it.', on_delete=django.db.models.deletion.PROTECT, related_name='passages', to='sources.reading'),
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(help_text='Order in the file, from 1.')),
                ('number', models.CharField(help_text='Number or sign as printed.', max_length=40)),
                ('marker_offset', models.PositiveIntegerField(blank=True, help_text='Characters before the marker in that passage.', null=True)),
                ('cites', models.ForeignKey(blank=True, help_text='The document that the note cites, where held or known.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='citing_notes', to='sources.document')),
                ('document', models.ForeignKey(help_text='The document that prints it.', on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='sources.document')),
                ('marker_passage', models.ForeignKey(blank=True, help_text='Where it is called from; empty where no marker is printed.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='markers', to='sources.passage')),
                ('passage', models.ForeignKey(blank=True, help_text='The words of the note; empty where a marker stands without a note.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='as_notes', to='sources.passage')),
                ('reading', models.ForeignKey(help_text='The reading that made it.', on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='sources.reading')),
            ],
            options={
                'ordering': ('reading', 'position'),
            },
        ),
        migrations.CreateModel(
            name='ReadingHistory',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('file_name', models.CharField(help_text='Name of the file.', max_length=200)),
                ('sha256', models.CharField(help_text='SHA-256 of the file, in lower-case hexadecimal digits.', max_length=64)),
                ('encoding', models.CharField(help_text="How the file's letters are coded.", max_length=20)),
                ('layout', models.CharField(help_text='The layout that it was read by.', max_length=30)),
                ('lines', models.PositiveIntegerField(help_text='How many lines it has; line locators count in them.')),
                ('furniture', models.JSONField(blank=True, default=list, help_text='What pages carry that is no part of the text: line, words and reason.')),
                ('warnings', models.JSONField(blank=True, default=list, help_text='What the reader was not sure of.')),
                ('proposals', models.JSONField(blank=True, default=list, help_text='Printed facts about the document, for an editor to confirm.')),
                ('parts', models.JSONField(blank=True, default=list, help_text='Documents that it seems to hold, with the lines of each.')),
                ('read_at', models.DateTimeField(help_text='When it was read in.')),
                ('read_by', models.CharField(blank=True, default='', help_text='Account of who read it in.', max_length=150)),
                ('document', models.ForeignKey(db_constraint=False, help_text='The document whose file it is.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.document')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='sources.reading')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='quotation',
            constraint=models.CheckConstraint(condition=models.Q(('key__regex', '^[a-z0-9]+([.-][a-z0-9]+)*(/[a-z0-9]+([.-][a-z0-9]+)*){0,3}$'), models.Q(('key__regex', '(^|/)(cite\\.bib|cite\\.ris|cite\\.json|timeline|releases)$'), _negated=True)), name='quotation_key_is_spelt_as_keys_are', violation_error_message='A key is made of lower-case letters and digits joined by dots, hyphens and up to three slashes; it does not end in a reserved word.'),
        ),
        migrations.AddConstraint(
            model_name='quotation',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['draft', 'in_review', 'published', 'withdrawn'])), name='quotation_status_is_known', violation_error_message='The status is draft, in_review, published or withdrawn.'),
        ),
        migrations.AddConstraint(
            model_name='quotation',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='quotation_has_text', violation_error_message='Give the words.'),
        ),
        migrations.AddConstraint(
            model_name='quotation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('verdict__in', ['exact', 'normalised']), _negated=True), models.Q(models.Q(('exact', ''), _negated=True), ('checked_at__isnull', False), ('first__isnull', False), ('last__isnull', False)), _connector='OR'), name='quotation_found_has_its_place', violation_error_message='Words that were found have their passages and the day of the check.'),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.UniqueConstraint(fields=('document',), name='reading_is_the_documents_only_one', violation_error_message="The document's text is read in already."),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='reading_sha256_is_hexadecimal', violation_error_message='A SHA-256 has 64 hexadecimal digits.'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.UniqueConstraint(fields=('reading', 'position'), name='passage_position_is_taken_once', violation_error_message='Another passage of the file has that position.'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.UniqueConstraint(fields=('document', 'anchor'), name='passage_anchor_is_taken_once', violation_error_message='Another passage of the document has that anchor.'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.CheckConstraint(condition=models.Q(('anchor__regex', '^[a-z][a-z0-9-]*$')), name='passage_anchor_is_spelt_as_anchors_are', violation_error_message='An anchor starts with a letter and has lower-case letters, digits, hyphens.'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.CheckConstraint(condition=models.Q(('first_line__gte', 1), ('first_line__lte', models.F('last_line'))), name='passage_lines_in_order', violation_error_message="A passage's last line stands before its first."),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.CheckConstraint(condition=models.Q(('locator__regex', '^((line|para\\.|note|p\\.|row) [1-9][0-9]{0,9}|(lines|paras|notes|pp\\.|rows) [1-9][0-9]{0,9}–[1-9][0-9]{0,9}|(heading|field) [^\\u0001-\\u0020\\u007f]([^\\u0001-\\u001f\\u007f]*[^\\u0001-\\u0020\\u007f])?)(, ((line|para\\.|note|p\\.|row) [1-9][0-9]{0,9}|(lines|paras|notes|pp\\.|rows) [1-9][0-9]{0,9}–[1-9][0-9]{0,9}|(heading|field) [^\\u0001-\\u0020\\u007f]([^\\u0001-\\u001f\\u007f]*[^\\u0001-\\u0020\\u007f])?))*$')), name='passage_locator_is_a_place', violation_error_message='The locator is not a place such as: line 504, para. 53, note 15.'),
        ),
        migrations.AddConstraint(
            model_name='note',
            constraint=models.UniqueConstraint(fields=('reading', 'position'), name='note_position_is_taken_once', violation_error_message='Another note of the file has that position.'),
        ),
        migrations.AddConstraint(
            model_name='note',
            constraint=models.CheckConstraint(condition=models.Q(('passage__isnull', False), ('marker_passage__isnull', False), _connector='OR'), name='note_has_words_or_a_marker', violation_error_message='A note has its words, its marker, or both.'),
        ),
        migrations.AddConstraint(
            model_name='note',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('marker_offset__isnull', True), ('marker_passage__isnull', True)), models.Q(('marker_offset__isnull', False), ('marker_passage__isnull', False)), _connector='OR'), name='note_marker_has_its_place', violation_error_message="A marker's passage and its offset come together."),
        ),
    ]
